# Products: einsum, tensordot, linalg.
import torch

torch.manual_seed(0)
a = torch.arange(6.).view(2, 3)
b = torch.arange(12.).view(3, 4)
v = torch.tensor([1., 2., 3.])
print(torch.einsum('ij,jk->ik', a, b), torch.einsum('ij->ji', a), torch.einsum('ij->', a), torch.einsum('ij,j->i', a, v))
print(torch.einsum('i,j->ij', v, v), torch.einsum('i,i', v, v), torch.einsum('ii->i', torch.eye(3)), torch.einsum('ij,ij->i', a, a))
t = torch.ones(2, 2, 3)
print(torch.einsum('bij,jk->bik', t, b), torch.einsum('...ij->...ji', t).shape, torch.einsum('bij,bkj->bik', t, t))
print(torch.tensordot(a, b, dims=1), torch.tensordot(a, a, dims=2), torch.tensordot(a, b, dims=([1], [0])))
print(a @ b, torch.mm(a, b), torch.matmul(a, v), torch.mv(a, v), torch.dot(v, v), torch.inner(a, a), torch.outer(v, v))
print(torch.bmm(t, t.transpose(1, 2)), torch.addmm(torch.ones(2, 4), a, b, beta=0.5), torch.baddbmm(torch.zeros(2, 2, 2), t, t.mT))
print(torch.cross(v, torch.tensor([0., 1., 0.])), torch.kron(v, v[:2]), torch.linalg.multi_dot([a, b, b.T]))
m = torch.tensor([[4., 1.], [2., 3.]])
print(torch.linalg.inv(m), torch.linalg.det(m), torch.inverse(m) @ m, torch.linalg.solve(m, torch.tensor([1., 2.])), torch.trace(m))
print(torch.linalg.cholesky(m @ m.T), torch.matrix_power(m, 3), torch.linalg.norm(m), torch.linalg.norm(m, ord=1), torch.slogdet(m))
print(torch.cdist(a, a + 1), torch.dist(a, a + 1), torch.nn.functional.pairwise_distance(a, a + 1))
print(torch.nn.functional.cosine_similarity(a, a + 1), torch.nn.functional.normalize(a), torch.nn.functional.normalize(v, dim=0))
w = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
torch.einsum('ij,jk->', w, m).backward()
print(w.grad)
for bad in (lambda: a @ a, lambda: torch.mm(a, v), lambda: torch.dot(v, v[:2]), lambda: torch.einsum('ij,jk', a),
            lambda: torch.bmm(a, b), lambda: torch.mv(a, v[:2])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])
