import numpy as np
from sklearn.preprocessing import StandardScaler, MinMaxScaler

# height in cm, weight in kg, age
X = np.array([[170, 65.5, 30],
              [182, 80.2, 45],
              [165, 58.0, 22],
              [190, 95.1, 51],
              [175, 70.3, 38]])

scaler = StandardScaler()
X_std = scaler.fit_transform(X)
print(scaler)
print("mean:", scaler.mean_)
print("var: ", scaler.var_)
print("scale:", scaler.scale_)
print(X_std)
print("by hand the same:", np.allclose(X_std, (X - X.mean(axis=0)) / X.std(axis=0)))
print("mean after:", X_std.mean(axis=0).round(6) + 0, "std after:", X_std.std(axis=0))

new_person = [[160, 50, 19]]
print("new person:", scaler.transform(new_person))
print("and back:  ", scaler.inverse_transform(scaler.transform(new_person)))
print("seen", scaler.n_samples_seen_, "samples,", scaler.n_features_in_, "features")

mm = MinMaxScaler()
print(mm.fit(X))
print(mm.data_min_, mm.data_max_, mm.data_range_)
print(mm.transform(X))
print(MinMaxScaler(feature_range=(-1, 1)).fit_transform(X).round(3))
print("outside the range:", mm.transform(new_person).round(3))

only_center = StandardScaler(with_std=False)
print(only_center, only_center.fit_transform(X)[0])
for name, s in [("standard", scaler), ("minmax", mm)]:
    print(name, "params:", s.get_params())
