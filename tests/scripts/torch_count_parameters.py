# Counting parameters in the usual ways.
import torch
import torch.nn as nn
import numpy as np

model = nn.Sequential(
    nn.Linear(784, 128),
    nn.ReLU(),
    nn.Dropout(p=0.2),
    nn.Linear(128, 64),
    nn.ReLU(),
    nn.Linear(64, 10),
)

total = sum(p.numel() for p in model.parameters())
print("Total parameters:", total)
print(f"{total:,} parameters")


def count_parameters(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


print('trainable:', count_parameters(model))
for p in model[0].parameters():
    p.requires_grad = False
print('trainable after freezing the first layer:', count_parameters(model))

for name, param in model.named_parameters():
    print(name, param.shape, param.requires_grad)

print(len(list(model.parameters())), len(list(model.children())))
print([tuple(p.size()) for p in model.parameters()])
print(sum([np.prod(p.size()) for p in model.parameters()]))
n_layers = 0
for layer in model:
    if isinstance(layer, nn.Linear):
        n_layers += 1
        print('linear layer with', layer.in_features, '->', layer.out_features)
print(n_layers)
first = next(model.parameters())
print(first.shape, first.dtype, first.is_leaf, type(first).__name__)
model.requires_grad_(True)
print(all(p.requires_grad for p in model.parameters()))
