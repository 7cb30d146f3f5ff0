# Mistakes that learners make with modules, and what torch says.
import torch
import torch.nn as nn


def attempt(name, f):
    try:
        f()
        print(name, 'worked')
    except Exception as e:
        print(f'{name}: {type(e).__name__}: {e}')


class NoSuper(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(2, 2)


class NoSuperParameter(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(2))


class NoForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 2)
        self.w = nn.Parameter(torch.zeros(2))

    def forward(self, x):
        return self.fc2(x)


x = torch.ones(1, 3)
attempt('no super', NoSuper)
attempt('no super, parameter', NoSuperParameter)
attempt('no forward', lambda: NoForward()(x))
attempt('wrong attribute', lambda: Net()(x))
net = Net()


def assign_tensor():
    net.w = torch.ones(2)


def assign_number():
    net.fc = 3


attempt('tensor for parameter', assign_tensor)
attempt('number for module', assign_number)
net.w = nn.Parameter(torch.ones(2))
net.w = None
attempt('missing argument', lambda: nn.Linear(3))
attempt('too many', lambda: nn.Sigmoid(1))
attempt('unknown keyword', lambda: nn.Linear(3, 2, baised=True))
attempt('missing target', lambda: nn.MSELoss()(x))
attempt('list for input', lambda: nn.Linear(3, 2)([1, 2, 3]))
attempt('shapes', lambda: nn.Linear(2, 3)(x))
attempt('class, not object', lambda: nn.Sequential(nn.ReLU)(x))
attempt('loss of tensors', lambda: nn.CrossEntropyLoss(torch.ones(2, 3),
                                                       torch.ones(2)))
attempt('bad reduction', lambda: nn.MSELoss(reduction='avg')(x, x))
attempt('dropout', lambda: nn.Dropout(1.5))
attempt('train', lambda: net.train('yes'))
attempt('integer parameter', lambda: nn.Parameter(torch.tensor([1, 2])))
attempt('list parameter', lambda: nn.Parameter([1.0, 2.0]))
attempt('parameters of nothing', lambda: net.parameter())
attempt('not a module', lambda: net.add_module('x', 3))
attempt('key', lambda: nn.ModuleDict({'a': nn.ReLU()})['b'])
attempt('submodule', lambda: net.get_submodule('conv'))
attempt('forward of two', lambda: net.fc(x, x))
