import numpy as np

loss = np.array([0.5, 0.25])
print("Loss: " + str(loss))
print("Loss: " + loss)
