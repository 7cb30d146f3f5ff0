# Learning rates from epoch to epoch.
import torch
from torch import optim
from torch.optim import lr_scheduler
from torch.optim.lr_scheduler import StepLR, MultiStepLR, ExponentialLR

w = torch.ones(1, requires_grad=True)


def run(name, make, n=8):
    opt = optim.SGD([w], lr=0.1)
    scheduler = make(opt)
    rates = []
    for epoch in range(n):
        opt.step()
        rates.append(scheduler.get_last_lr()[0])
        scheduler.step()
    print(name, rates)
    return scheduler


s = run('step', lambda o: StepLR(o, step_size=3, gamma=0.5))
print(s.state_dict())
run('milestones', lambda o: MultiStepLR(o, milestones=[2, 5], gamma=0.1))
run('exponential', lambda o: ExponentialLR(o, gamma=0.9))
run('lambda', lambda o: lr_scheduler.LambdaLR(o, lr_lambda=lambda e: 0.95 ** e))
run('multiplied', lambda o: lr_scheduler.MultiplicativeLR(o, lambda e: 0.5 if e % 2 else 1.0))
run('cosine', lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=4, eta_min=0.01), 12)
run('linear', lambda o: lr_scheduler.LinearLR(o, start_factor=0.5, total_iters=4))

opt = optim.Adam([{'params': [w]}, {'params': [torch.ones(2, requires_grad=True)], 'lr': 1.0}], lr=0.1)
scheduler = StepLR(opt, 1, verbose=True)
opt.step()
scheduler.step()
print(scheduler.get_last_lr(), [g['initial_lr'] for g in opt.param_groups])
print(opt)

opt = optim.SGD([w], lr=1.0)
plateau = lr_scheduler.ReduceLROnPlateau(opt, factor=0.5, patience=1, verbose=True)
for loss in (1.0, 0.9, 0.95, 0.93, 0.94, 0.92, 0.5, 0.6, 0.7, torch.tensor(0.8)):
    opt.step()
    plateau.step(loss)
    print(opt.param_groups[0]['lr'], plateau.num_bad_epochs, plateau.best)
