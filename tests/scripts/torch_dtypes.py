# dtypes: what arithmetic makes of them.
import torch

i = torch.tensor([1, 2, 3])
f = torch.tensor([0.5, 1.5, 2.5])
d = f.double()
b = torch.tensor([True, False, True])
u = torch.tensor([1, 2, 3], dtype=torch.uint8)
h = f.half()
for name, r in [('i+f', i + f), ('i+d', i + d), ('f+d', f + d), ('b+i', b + i), ('b+f', b + f), ('b+b', b + b),
                ('i+1', i + 1), ('i+1.5', i + 1.5), ('f+1', f + 1), ('b+1', b + 1), ('b*2.0', b * 2.0),
                ('i/i', i / i), ('i/2', i / 2), ('i//2', i // 2), ('i%2', i % 2), ('i**2', i ** 2), ('2**i', 2 ** i),
                ('i**0.5', i ** 0.5), ('u+i', u + i), ('u+300', u + 300), ('h+f', h + f), ('h*2', h * 2),
                ('i+0d', i + torch.tensor(2.5)), ('f+0d', f + torch.tensor(2.5, dtype=torch.float64)),
                ('i.sum', i.sum()), ('b.sum', b.sum()), ('u.sum', u.sum()), ('i.float.mean', i.float().mean()),
                ('exp', torch.exp(i)), ('sqrt', torch.sqrt(i)), ('i>1', i > 1), ('where', torch.where(b, i, f)),
                ('~b', ~b), ('b&b', b & b), ('i&1', i & 1), ('i<<1', i << 1)]:
    print(f'{name:12}', r, r.dtype)
print(f.int(), f.long(), f.bool(), i.float(), i.double(), b.int(), f.to(torch.int32), i.to(f), i.type_as(f))
print(f.type(), i.type(), b.type(), f.type(torch.LongTensor), f.type('torch.DoubleTensor'))
print(torch.tensor([1, 2.5]).dtype, torch.tensor([1, 2]).dtype, torch.tensor([True]).dtype, torch.tensor([]).dtype)
print(torch.FloatTensor([1, 2]), torch.LongTensor([1, 2]), torch.IntTensor([1]), torch.ByteTensor([255]))
print(i.new_zeros(2), f.new_ones(2, 2), f.new_full((2,), 7), f.new_tensor([1, 2]))
print(torch.promote_types(torch.int32, torch.float32), torch.result_type(i, f), torch.can_cast(torch.float32, torch.int64))
print(f.is_floating_point(), i.is_floating_point(), f.element_size(), torch.float32.is_floating_point)
print(torch.finfo(torch.float32).eps, torch.finfo(torch.float64).max, torch.iinfo(torch.int32).min, torch.iinfo(torch.int64).max)
print(torch.get_default_dtype())
torch.set_default_dtype(torch.float64)
print(torch.tensor([1.5]), torch.zeros(2), torch.rand(1).dtype, torch.tensor([1]) / 2)
torch.set_default_dtype(torch.float32)
for bad in (lambda: i.mean(), lambda: b - b, lambda: i.add_(0.5), lambda: torch.tensor(['a']), lambda: torch.tensor([None]),
            lambda: i @ f, lambda: ~f, lambda: torch.tensor([1, 2], requires_grad=True), lambda: torch.softmax(i, 0)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__ + ':', e)
