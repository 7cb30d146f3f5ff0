# SPDX-License-Identifier: GPL-3.0-or-later
# torch's random functions beside those in C (src/lib/torchdraw.c).
import torch
from _xent import (stream_first, stream_new, stream_restore, stream_seed,
                   stream_state)


class Generator:
    """a random stream of its own
    >>> g = torch.Generator().manual_seed(0)
    >>> torch.rand(2, generator=g)
    tensor([0.4963, 0.7682])
    """
    __module__ = "torch._C"

    def __init__(self, device="cpu"):
        self._state = stream_new()

    def manual_seed(self, seed):
        """starts the stream anew"""
        stream_seed(self._state, seed)
        return self

    def initial_seed(self):
        """the seed it was started with"""
        return stream_first(self._state)

    def seed(self):
        """starts the stream anew from chance"""
        return _reseed(self.manual_seed)

    def get_state(self):
        """the state as a tensor of bytes"""
        return self._state.clone()

    def set_state(self, new_state):
        """goes back to a state"""
        self._state.copy_(new_state)
        return self

    @property
    def device(self):
        return torch.device("cpu")


class _Common(Generator):
    """the stream that everything draws from which names no other"""
    __module__ = "torch._C"

    def __init__(self):
        pass

    @property
    def _state(self):
        return None

    def manual_seed(self, seed):
        torch.manual_seed(seed)
        return self

    def initial_seed(self):
        return torch.initial_seed()

    def get_state(self):
        return stream_state()

    def set_state(self, new_state):
        stream_restore(new_state)
        return self


default_generator = _Common()


def _reseed(manual_seed):
    number = int(torch.empty((), dtype=torch.int64).random_())
    manual_seed(number)
    return number


def seed():
    """starts the random stream anew from chance; returns the seed"""
    return _reseed(torch.manual_seed)


def get_rng_state():
    """the state of the random stream as a tensor of bytes"""
    return stream_state()


def set_rng_state(new_state):
    """goes back to a state of the random stream"""
    stream_restore(new_state)


def rand_like(input, *, dtype=None, requires_grad=False, device=None):
    """uniform random numbers of [0, 1) in the shape of a tensor"""
    return torch.rand(tuple(input.shape), dtype=dtype or input.dtype,
                      requires_grad=requires_grad)


def randn_like(input, *, dtype=None, requires_grad=False, device=None):
    """normal random numbers in the shape of a tensor"""
    return torch.randn(tuple(input.shape), dtype=dtype or input.dtype,
                       requires_grad=requires_grad)


def randint_like(input, low, high=None, *, dtype=None, device=None,
                 requires_grad=False):
    """random integers of [low, high) in the shape of a tensor"""
    if high is None:
        low, high = 0, low
    return torch.randint(low, high, tuple(input.shape),
                         dtype=dtype or input.dtype)


def normal(mean, std=1.0, size=None, *, generator=None, dtype=None,
           device=None, requires_grad=False):
    """normal random numbers with this mean and standard deviation"""
    if size is not None:
        out = torch.empty(size, dtype=dtype)
        out.normal_(mean, std, generator=generator)
        return out.requires_grad_() if requires_grad else out
    if isinstance(std, torch.Tensor):
        like = mean + std if isinstance(mean, torch.Tensor) else std
    else:
        like = mean
        _check_std(std)
    out = torch.empty_like(like).normal_(generator=generator)
    return out.mul_(std).add_(mean)


def _check_std(std):
    if not std >= 0:
        raise RuntimeError(f"normal expects std >= 0.0, but found std {std}")


def bernoulli(input, p=None, *, generator=None):
    """1 with the probability that each element says, else 0"""
    if p is not None:
        return torch.empty_like(input).bernoulli_(p, generator=generator)
    if not input.is_floating_point():
        raise RuntimeError("\"bernoulli_tensor_cpu_p_\" not implemented for "
                           f"'{_scalar_name(input)}'")
    if not ((input >= 0) & (input <= 1)).all():
        raise RuntimeError("Expected p_in >= 0 && p_in <= 1 to be true, but "
                           "got false.  (Could this error message be "
                           "improved?  If so, please report an enhancement "
                           "request to PyTorch.)")
    return torch.empty_like(input).bernoulli_(input, generator=generator)


def _scalar_name(x):
    return x.type().replace("torch.", "").replace("Tensor", "")


def multinomial(input, num_samples, replacement=False, *, generator=None):
    """indices drawn with the weights of each row"""
    if input.dim() not in (1, 2):
        raise RuntimeError("prob_dist must be 1 or 2 dim")
    if num_samples <= 0:
        raise RuntimeError("cannot sample n_sample <= 0 samples")
    if not replacement and num_samples > input.shape[-1]:
        raise RuntimeError("cannot sample n_sample > prob_dist.size(-1) "
                           "samples without replacement")
    if (input < 0).any() or not torch.isfinite(input).all():
        raise RuntimeError("probability tensor contains either `inf`, `nan` "
                           "or element < 0")
    if (input.sum(-1) == 0).any():
        raise RuntimeError("invalid multinomial distribution (sum of "
                           "probabilities <= 0)")
    if replacement:
        return _with_replacement(input, num_samples, generator)
    q = input / torch.empty_like(input).exponential_(1, generator=generator)
    if num_samples == 1:
        return q.argmax(-1, keepdim=True)
    return q.topk(num_samples, dim=-1)[1]


def _with_replacement(weights, n, generator):
    rows = weights if weights.dim() == 2 else weights.unsqueeze(0)
    running = rows.cumsum(1)
    running = running / running[:, -1:]
    out = []
    for row in running:
        u = torch.empty(n, dtype=torch.float64).uniform_(generator=generator)
        places = torch.searchsorted(row.double(), u)
        out.append(places.clamp(max=len(row) - 1))
    return torch.stack(out) if weights.dim() == 2 else out[0]
