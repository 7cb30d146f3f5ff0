# SPDX-License-Identifier: GPL-3.0-or-later
# torch.optim.lr_scheduler: learning rates that change from epoch to epoch.
import math

from torch_optim import Optimizer
from _xent import warn

_EARLY = ("Detected call of `lr_scheduler.step()` before `optimizer.step()`. "
          "In PyTorch 1.1.0 and later, you should call them in the opposite "
          "order: `optimizer.step()` before `lr_scheduler.step()`.  Failure "
          "to do this will result in PyTorch skipping the first value of the "
          "learning rate schedule. See more details at "
          "https://pytorch.org/docs/stable/optim.html"
          "#how-to-adjust-learning-rate")
_EPOCH = ("The epoch parameter in `scheduler.step()` was not necessary and is "
          "being deprecated where possible. Please use `scheduler.step()` to "
          "step the scheduler. During the deprecation, if epoch is different "
          "from None, the closed form is used instead of the new chainable "
          "form, where available. Please open an issue if you are unable to "
          "replicate your use case: "
          "https://github.com/pytorch/pytorch/issues/new/choose.")


def _check_optimizer(optimizer):
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")


def _number_of(epoch):
    return "%.2f" % epoch if isinstance(epoch, float) else "%.5d" % epoch


class _LRScheduler:
    __module__ = "torch.optim.lr_scheduler"
    _shown = []  # its own entries of state_dict(), before the common ones

    def __init__(self, optimizer, last_epoch=-1, verbose=False):
        _check_optimizer(optimizer)
        self.optimizer = optimizer
        for i, group in enumerate(optimizer.param_groups):
            if last_epoch == -1:
                group.setdefault("initial_lr", group["lr"])
            elif "initial_lr" not in group:
                raise KeyError("param 'initial_lr' is not specified in "
                               f"param_groups[{i}] when resuming an optimizer")
        self.base_lrs = [g["initial_lr"] for g in optimizer.param_groups]
        self.last_epoch = last_epoch
        self.verbose = verbose
        optimizer._step_count = 0
        self._step_count = 0
        self._get_lr_called_within_step = False
        self.step()

    def _names(self):
        return self._shown + ["base_lrs", "last_epoch", "verbose",
                              "_step_count", "_get_lr_called_within_step",
                              "_last_lr"]

    def state_dict(self):
        """what load_state_dict() takes: everything but the optimizer"""
        return {name: getattr(self, name) for name in self._names()}

    def load_state_dict(self, state_dict):
        """takes over what state_dict() gave"""
        for name, value in state_dict.items():
            setattr(self, name, value)

    def get_last_lr(self):
        """the learning rates of the groups after the last step"""
        return self._last_lr

    def _now(self):
        return [group["lr"] for group in self.optimizer.param_groups]

    def get_lr(self):
        """the next learning rates of the groups"""
        if not self._get_lr_called_within_step:
            warn("UserWarning", "To get the last learning rate computed by "
                 "the scheduler, please use `get_last_lr()`.")
        return self._next()

    def _next(self):
        raise NotImplementedError

    def _values(self, epoch):
        if epoch is None:
            self.last_epoch += 1
            return self.get_lr()
        warn("UserWarning", _EPOCH)
        self.last_epoch = epoch
        if hasattr(self, "_closed"):
            return self._closed()
        return self.get_lr()

    def step(self, epoch=None):
        """one epoch is over: sets the learning rates of the next"""
        if self._step_count == 1 and self.optimizer._step_count < 1:
            warn("UserWarning", _EARLY)
        self._step_count += 1
        self._get_lr_called_within_step = True
        values = self._values(epoch)
        self._get_lr_called_within_step = False
        groups = self.optimizer.param_groups
        for i, (group, lr) in enumerate(zip(groups, values)):
            group["lr"] = lr
            self.print_lr(self.verbose, i, lr, epoch)
        self._last_lr = self._now()

    def print_lr(self, is_verbose, group, lr, epoch=None):
        """tells the learning rate of a group when verbose=True"""
        if is_verbose and epoch is None:
            print(f"Adjusting learning rate of group {group} to {lr:.4e}.")
        elif is_verbose:
            print(f"Epoch {_number_of(epoch)}: adjusting learning rate of "
                  f"group {group} to {lr:.4e}.")


class LambdaLR(_LRScheduler):
    """the first learning rate times a function of the epoch"""
    __module__ = "torch.optim.lr_scheduler"

    def __init__(self, optimizer, lr_lambda, last_epoch=-1, verbose=False):
        n = len(optimizer.param_groups)
        if not isinstance(lr_lambda, (list, tuple)):
            lr_lambda = [lr_lambda] * n
        elif len(lr_lambda) != n:
            raise ValueError(f"Expected {n} lr_lambdas, but got "
                             f"{len(lr_lambda)}")
        self.lr_lambdas = list(lr_lambda)
        super().__init__(optimizer, last_epoch, verbose)

    def state_dict(self):
        """everything but the optimizer and the functions"""
        state = super().state_dict()
        state["lr_lambdas"] = [None] * len(self.lr_lambdas)
        return state

    def load_state_dict(self, state_dict):
        """takes over what state_dict() gave"""
        kept = self.lr_lambdas
        super().load_state_dict(state_dict)
        self.lr_lambdas = kept

    def _next(self):
        return [base * f(self.last_epoch)
                for f, base in zip(self.lr_lambdas, self.base_lrs)]


class MultiplicativeLR(LambdaLR):
    """each epoch the learning rate times a function of the epoch"""
    __module__ = "torch.optim.lr_scheduler"

    def _next(self):
        if self.last_epoch == 0:
            return self._now()
        return [lr * f(self.last_epoch)
                for f, lr in zip(self.lr_lambdas, self._now())]


class StepLR(_LRScheduler):
    """times gamma every step_size epochs
    >>> opt = optim.SGD([torch.zeros(2, requires_grad=True)], lr=0.1)
    >>> optim.lr_scheduler.StepLR(opt, step_size=30).get_last_lr()
    [0.1]
    """
    __module__ = "torch.optim.lr_scheduler"
    _shown = ["step_size", "gamma"]

    def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1,
                 verbose=False):
        self.step_size = step_size
        self.gamma = gamma
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch == 0 or self.last_epoch % self.step_size != 0:
            return self._now()
        return [lr * self.gamma for lr in self._now()]

    def _closed(self):
        return [lr * self.gamma ** (self.last_epoch // self.step_size)
                for lr in self.base_lrs]


class MultiStepLR(_LRScheduler):
    """times gamma at each of the milestones"""
    __module__ = "torch.optim.lr_scheduler"

    def __init__(self, optimizer, milestones, gamma=0.1, last_epoch=-1,
                 verbose=False):
        self.milestones = list(milestones)
        self.gamma = gamma
        super().__init__(optimizer, last_epoch, verbose)

    def state_dict(self):
        """everything but the optimizer; the milestones are counted"""
        times = {m: self.milestones.count(m) for m in self.milestones}
        return {"milestones": times, "gamma": self.gamma,
                **super().state_dict()}

    def load_state_dict(self, state_dict):
        """takes over what state_dict() gave"""
        super().load_state_dict(state_dict)
        self.milestones = [m for m, n in state_dict["milestones"].items()
                           for _ in range(n)]

    def _next(self):
        times = self.milestones.count(self.last_epoch)
        if not times:
            return self._now()
        return [lr * self.gamma ** times for lr in self._now()]

    def _closed(self):
        passed = len([m for m in self.milestones if m <= self.last_epoch])
        return [lr * self.gamma ** passed for lr in self.base_lrs]


class ExponentialLR(_LRScheduler):
    """times gamma every epoch"""
    __module__ = "torch.optim.lr_scheduler"
    _shown = ["gamma"]

    def __init__(self, optimizer, gamma, last_epoch=-1, verbose=False):
        self.gamma = gamma
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch == 0:
            return self._now()
        return [lr * self.gamma for lr in self._now()]

    def _closed(self):
        return [lr * self.gamma ** self.last_epoch for lr in self.base_lrs]


class LinearLR(_LRScheduler):
    """from start_factor to end_factor of the rate in total_iters epochs"""
    __module__ = "torch.optim.lr_scheduler"
    _shown = ["start_factor", "end_factor", "total_iters"]

    def __init__(self, optimizer, start_factor=1.0 / 3, end_factor=1.0,
                 total_iters=5, last_epoch=-1, verbose=False):
        if start_factor > 1.0 or start_factor < 0:
            raise ValueError("Starting multiplicative factor expected to be "
                             "between 0 and 1.")
        if end_factor > 1.0 or end_factor < 0:
            raise ValueError("Ending multiplicative factor expected to be "
                             "between 0 and 1.")
        self.start_factor = start_factor
        self.end_factor = end_factor
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch, verbose)

    def _next(self):
        if self.last_epoch == 0:
            return [lr * self.start_factor for lr in self._now()]
        if self.last_epoch > self.total_iters:
            return self._now()
        rise = self.end_factor - self.start_factor
        before = (self.total_iters * self.start_factor
                  + (self.last_epoch - 1) * rise)
        return [lr * (1. + rise / before) for lr in self._now()]


class CosineAnnealingLR(_LRScheduler):
    """down a half wave of the cosine, to eta_min after T_max epochs"""
    __module__ = "torch.optim.lr_scheduler"
    _shown = ["T_max", "eta_min"]

    def __init__(self, optimizer, T_max, eta_min=0, last_epoch=-1,
                 verbose=False):
        self.T_max = T_max
        self.eta_min = eta_min
        super().__init__(optimizer, last_epoch, verbose)

    def _height(self, epoch):
        return 1 + math.cos(math.pi * epoch / self.T_max)

    def _next(self):
        t = self.last_epoch
        if t == 0:
            return self._now()
        if self._step_count == 1:
            return [self.eta_min + (base - self.eta_min)
                    * (1 + math.cos(t * math.pi / self.T_max)) / 2
                    for base in self.base_lrs]
        if (t - 1 - self.T_max) % (2 * self.T_max) == 0:
            return [lr + (base - self.eta_min)
                    * (1 - math.cos(math.pi / self.T_max)) / 2
                    for base, lr in zip(self.base_lrs, self._now())]
        ratio = self._height(t) / self._height(t - 1)
        return [ratio * (lr - self.eta_min) + self.eta_min
                for lr in self._now()]

    def _closed(self):
        return [self.eta_min + (base - self.eta_min)
                * self._height(self.last_epoch) / 2 for base in self.base_lrs]


class ReduceLROnPlateau:
    """times factor when a loss has not become better for `patience` epochs"""
    __module__ = "torch.optim.lr_scheduler"

    def __init__(self, optimizer, mode="min", factor=0.1, patience=10,
                 threshold=1e-4, threshold_mode="rel", cooldown=0, min_lr=0,
                 eps=1e-8, verbose=False):
        if factor >= 1.0:
            raise ValueError("Factor should be < 1.0.")
        _check_optimizer(optimizer)
        if mode not in ("min", "max"):
            raise ValueError("mode " + mode + " is unknown!")
        if threshold_mode not in ("rel", "abs"):
            raise ValueError("threshold mode " + threshold_mode
                             + " is unknown!")
        self.optimizer = optimizer
        self.factor = factor
        self.min_lrs = self._floors(min_lr, len(optimizer.param_groups))
        self.patience = patience
        self.verbose = verbose
        self.cooldown = cooldown
        self.cooldown_counter = 0
        self.mode = mode
        self.threshold = threshold
        self.threshold_mode = threshold_mode
        self.mode_worse = math.inf if mode == "min" else -math.inf
        self.best = self.mode_worse
        self.num_bad_epochs = 0
        self.eps = eps
        self.last_epoch = 0

    def _floors(self, min_lr, n):
        if not isinstance(min_lr, (list, tuple)):
            return [min_lr] * n
        if len(min_lr) != n:
            raise ValueError(f"expected {n} min_lrs, got {len(min_lr)}")
        return list(min_lr)

    def is_better(self, a, best):
        """is a better than the best so far, by more than the threshold?"""
        sign = 1 if self.mode == "max" else -1
        if self.threshold_mode == "rel":
            bar = best * (1. + sign * self.threshold)
        else:
            bar = best + sign * self.threshold
        return a > bar if self.mode == "max" else a < bar

    @property
    def in_cooldown(self):
        return self.cooldown_counter > 0

    def step(self, metrics, epoch=None):
        """one epoch is over with this loss"""
        current = float(metrics)
        if epoch is None:
            epoch = self.last_epoch + 1
        else:
            warn("UserWarning", _EPOCH)
        self.last_epoch = epoch
        if self.is_better(current, self.best):
            self.best = current
            self.num_bad_epochs = 0
        else:
            self.num_bad_epochs += 1
        if self.in_cooldown:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        if self.num_bad_epochs > self.patience:
            self._reduce(epoch)
            self.cooldown_counter = self.cooldown
            self.num_bad_epochs = 0
        self._last_lr = [g["lr"] for g in self.optimizer.param_groups]

    def _reduce(self, epoch):
        for i, group in enumerate(self.optimizer.param_groups):
            old = float(group["lr"])
            new = max(old * self.factor, self.min_lrs[i])
            if old - new > self.eps:
                group["lr"] = new
                if self.verbose:
                    print(f"Epoch {_number_of(epoch)}: reducing learning rate "
                          f"of group {i} to {new:.4e}.")

    def state_dict(self):
        """what load_state_dict() takes: everything but the optimizer"""
        names = ["factor", "min_lrs", "patience", "verbose", "cooldown",
                 "cooldown_counter", "mode", "threshold", "threshold_mode",
                 "best", "num_bad_epochs", "mode_worse", "eps", "last_epoch"]
        if hasattr(self, "_last_lr"):
            names.append("_last_lr")
        return {name: getattr(self, name) for name in names}

    def load_state_dict(self, state_dict):
        """takes over what state_dict() gave"""
        for name, value in state_dict.items():
            setattr(self, name, value)
