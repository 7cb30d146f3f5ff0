from sklearn.preprocessing import LabelEncoder, OneHotEncoder, LabelBinarizer
import numpy as np

colors = ["red", "green", "blue", "green", "red"]

le = LabelEncoder()
y = le.fit_transform(colors)
print("labels :", y)
print("classes:", le.classes_)
print("list   :", list(le.classes_))
print("back   :", le.inverse_transform(y))
for name, code in zip(le.classes_, le.transform(le.classes_)):
    print(f"  {name:<6} -> {code}")
mapping = dict(zip(le.classes_, range(len(le.classes_))))
print(mapping)

try:
    le.transform(["red", "purple"])
except ValueError as e:
    print("ValueError:", e)

# one hot with numpy, with the binarizer, with the encoder
hot1 = np.eye(len(le.classes_))[y]
hot2 = LabelBinarizer().fit_transform(colors)
encoder = OneHotEncoder(sparse_output=False)
hot3 = encoder.fit_transform(np.array(colors).reshape(-1, 1))
print(hot1)
print(hot2)
print((hot1 == hot2).all(), np.array_equal(hot1, hot3))
print(encoder.categories_)
print(encoder.get_feature_names_out(["color"]))
print(encoder.inverse_transform([[0, 0, 1], [1, 0, 0]]))

sparse = OneHotEncoder().fit_transform([["S"], ["M"], ["L"]])
print(type(sparse).__name__, sparse.shape)
print(sparse)
print(sparse.toarray())

numbers = LabelEncoder().fit([10, 30, 20, 10])
print(numbers.classes_, numbers.transform([30, 10]), numbers.inverse_transform([1, 1, 2]))
