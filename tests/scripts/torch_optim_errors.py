# What torch.optim refuses, and in which words.
import torch
from torch import optim, nn
from torch.optim.lr_scheduler import StepLR, ReduceLROnPlateau

w = torch.ones(2, requires_grad=True)


def attempt(name, f):
    try:
        print(name, '->', f())
    except Exception as e:
        print(name, '->', type(e).__name__ + ':', e)


attempt('empty', lambda: optim.SGD([], lr=0.1))
attempt('no lr', lambda: optim.SGD([w]))
attempt('negative lr', lambda: optim.SGD([w], lr=-1))
attempt('a tensor', lambda: optim.Adam(w))
attempt('a number', lambda: optim.Adam([w, 3]))
attempt('not a leaf', lambda: optim.Adam([w * 2]))
attempt('twice', lambda: optim.SGD([{'params': [w]}, {'params': [w]}], lr=1))
attempt('momentum', lambda: optim.SGD([w], lr=1, momentum=-0.5))
attempt('nesterov', lambda: optim.SGD([w], lr=1, nesterov=True))
attempt('decay', lambda: optim.SGD([w], lr=1, weight_decay=-1))
attempt('betas', lambda: optim.Adam([w], betas=(1.5, 0.9)))
attempt('eps', lambda: optim.AdamW([w], eps=-1))
attempt('alpha', lambda: optim.RMSprop([w], alpha=-1))
attempt('accumulator', lambda: optim.Adagrad([w], initial_accumulator_value=-1))
attempt('keyword', lambda: optim.Adam([w], learning_rate=0.1))
attempt('none', lambda: optim.Adam(None))
attempt('groups', lambda: optim.SGD([w], lr=1).load_state_dict(
    optim.SGD([{'params': [w]}, {'params': [torch.ones(1, requires_grad=True)]}], lr=1).state_dict()))
attempt('sizes', lambda: optim.SGD([w], lr=1).load_state_dict(
    optim.SGD([w, torch.ones(1, requires_grad=True)], lr=1).state_dict()))
attempt('scheduler', lambda: StepLR(w, 3))
attempt('factor', lambda: ReduceLROnPlateau(optim.SGD([w], lr=1), factor=2))
attempt('mode', lambda: ReduceLROnPlateau(optim.SGD([w], lr=1), mode='best'))
attempt('clip', lambda: nn.utils.clip_grad_norm_([w], 1.0))
w.grad = torch.tensor([float('nan'), 1.0])
attempt('nan norm', lambda: nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True))
