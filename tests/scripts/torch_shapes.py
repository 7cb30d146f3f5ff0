# Shapes: views, joins, splits, repetitions.
import torch

x = torch.arange(12)
m = x.view(3, 4)
print(m, m.shape, m.size(0), m.dim(), m.numel(), m.stride())
print(m.reshape(2, -1), m.flatten(), m.view(-1, 6).shape)
print(m.t(), m.T.shape, m.transpose(0, 1).is_contiguous(), m.t().contiguous().stride())
c = torch.arange(24).reshape(2, 3, 4)
print(c.permute(2, 0, 1).shape, c.transpose(-1, -2).shape, torch.movedim(c, 0, 2).shape, c.swapaxes(0, 2).shape)
print(c.flatten(1).shape, torch.flatten(c, 0, 1).shape, c.unflatten(2, (2, 2)).shape)
v = torch.tensor([1, 2, 3])
print(v.unsqueeze(0), v.unsqueeze(-1), v[None].shape, v[:, None].shape)
print(torch.zeros(1, 3, 1).squeeze().shape, torch.zeros(1, 3, 1).squeeze(0).shape, torch.zeros(1, 3, 1).squeeze(1).shape)
print(v.expand(2, 3), v.expand_as(torch.zeros(2, 3)), v.repeat(2), v.repeat(2, 2), torch.tile(v, (2,)))
print(torch.repeat_interleave(v, 2), v.repeat_interleave(torch.tensor([1, 0, 2])))
print(torch.cat([v, v]), torch.cat((m, m), dim=1).shape, torch.stack([v, v]), torch.stack((v, v), dim=1))
print(torch.hstack([v, v]), torch.vstack([v, v]), torch.column_stack([v, v]), torch.dstack([v, v]).shape)
print(torch.chunk(x, 5), torch.split(x, 5), x.split([2, 4, 6]), m.chunk(2, dim=1))
print(torch.unbind(m), m.unbind(1)[0], torch.tensor_split(x, 5))
print(torch.narrow(m, 1, 1, 2), m.select(1, 2), m[1], m[:, -1], m[..., 0])
print(torch.flip(m, [0]), m.flip(0, 1), torch.fliplr(m), torch.roll(v, 1), torch.roll(m, (1, 1), (0, 1)), torch.rot90(m))
print(torch.tril(m), torch.triu(m, 1), torch.diag(v), torch.diag(m), torch.eye(2), torch.diag_embed(v))
print(torch.meshgrid(v, v, indexing='ij'))
print(torch.broadcast_tensors(v, v.view(3, 1)), torch.broadcast_shapes((3, 1), (1, 4)))
print(torch.cartesian_prod(v, v[:2]), torch.combinations(v), torch.tril_indices(3, 3))
for bad in (lambda: x.view(5, 2), lambda: m.t().view(-1), lambda: torch.cat([v, m]), lambda: torch.stack([v, x]),
            lambda: v.expand(2), lambda: m.permute(0, 0), lambda: v.unsqueeze(3), lambda: x.reshape(-1, -1),
            lambda: x.split([3, 3]), lambda: c.t()):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])
