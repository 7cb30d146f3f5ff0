from math import exp, log
z = [1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0]
z_exp = [exp(i) for i in z]
print([round(i, 2) for i in z_exp])
sum_z_exp = sum(z_exp)
print(round(sum_z_exp, 2))
softmax = [round(i / sum_z_exp, 3) for i in z_exp]
print(softmax)
print("loss: %.4f" % -log(z_exp[3] / sum_z_exp))
for i, p in enumerate(softmax):
    print(f"{i:>2} {p:.3f} {'#' * int(p * 40)}")
