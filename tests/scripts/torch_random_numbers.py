# Every random function of torch, from one seed.
import torch

torch.manual_seed(123)
print(torch.rand(3), torch.rand(2, 2))
print(torch.randn(4), torch.randn(2, 9))
print(torch.randint(10, (5,)), torch.randint(-3, 3, (2, 3)))
print(torch.randint(low=5, high=9, size=(2,)), torch.randperm(7))
print(torch.rand_like(torch.zeros(2)), torch.randn_like(torch.zeros(2)), torch.randint_like(torch.zeros(3), 5))
print(torch.normal(0.0, 1.0, size=(3,)), torch.normal(torch.zeros(2), torch.ones(2)))
print(torch.normal(mean=torch.arange(1.0, 4.0), std=0.1))
print(torch.bernoulli(torch.tensor([0.1, 0.5, 0.9])))
print(torch.multinomial(torch.tensor([0.2, 0.3, 0.5]), 5, replacement=True))
print(torch.multinomial(torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]), 1))
print(torch.multinomial(torch.tensor([0.2, 0.3, 0.5]), 2))
t = torch.empty(4)
print(t.uniform_(-1, 1), t.normal_(2, 0.5), t.random_(10), t.exponential_(2.0), t.bernoulli_(0.5))
print(torch.empty(3, dtype=torch.int64).random_(5, 8))
print(torch.rand(2, dtype=torch.float64), torch.randn(3, dtype=torch.float64))

g = torch.Generator().manual_seed(5)
print(torch.rand(2, generator=g), torch.randint(9, (3,), generator=g), torch.randperm(4, generator=g))
print(g.initial_seed(), torch.initial_seed())
state = torch.get_rng_state()
first = torch.rand(3)
torch.set_rng_state(state)
print(torch.equal(first, torch.rand(3)))
torch.manual_seed(123)
print(torch.rand(3))
print(torch.nn.functional.dropout(torch.ones(8), p=0.25))
for bad in (lambda: torch.randint(3, 3, (2,)), lambda: torch.empty(2).uniform_(2, 1),
            lambda: torch.normal(0.0, -1.0, (2,)), lambda: torch.rand(2, dtype=torch.int64),
            lambda: torch.multinomial(torch.ones(2), 3), lambda: torch.bernoulli(torch.tensor([1, 0]))):
    try:
        bad()
    except RuntimeError as e:
        print('RuntimeError:', str(e).split('\n')[0])
