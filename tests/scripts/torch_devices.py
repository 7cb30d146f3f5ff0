# What scripts ask of devices, types and settings.
import torch

device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
print(device, repr(device), device.type, device.index, torch.device('cuda:1'), repr(torch.device('cuda', 0)))
print(torch.device('cpu') == device, torch.device('cpu') != torch.device('cuda'), f'Using {device} device')
x = torch.ones(2, device=device)
print(x.device, x.device.type, x.is_cuda, x.to(device).device == device, x.to(device, dtype=torch.float64))
print(x.to('cpu').cpu().equal(x), torch.zeros(1).to(x.device), x.to(dtype=torch.int64), x.to(torch.long))
print(torch.cuda.device_count(), torch.backends.mps.is_available())
torch.backends.cudnn.deterministic = True
torch.cuda.manual_seed_all(1)
print(torch.is_tensor(x), torch.is_tensor([1]), torch.numel(x), isinstance(x, torch.Tensor), x.type())
print(x.shape, x.shape[0], torch.Size([2]) == x.shape, isinstance(x.shape, torch.Size), list(x.shape), len(x.shape))
print(torch.Size([2, 3]).numel(), x.dtype == torch.float32, isinstance(x.dtype, torch.dtype), torch.__version__[:4])
torch.set_printoptions(precision=2)
print(torch.tensor([1 / 3, 2 / 3]))
torch.set_printoptions(sci_mode=True)
print(torch.tensor([1 / 3, 20.]))
torch.set_printoptions(profile='default')
print(torch.tensor([1 / 3, 2e-7]))
torch.set_printoptions(threshold=5, edgeitems=2)
print(torch.arange(10))
torch.set_printoptions(profile='default', sci_mode=False)
print(torch.tensor([1e-7, 1.0]))
try:
    torch.device('gpu')
except RuntimeError as e:
    print('RuntimeError:', e)
