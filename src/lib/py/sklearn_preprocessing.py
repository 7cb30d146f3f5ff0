# SPDX-License-Identifier: GPL-3.0-or-later
# sklearn.preprocessing: scalers and encoders; the files named here hold them.
from sklearn_encoders import OneHotEncoder, OrdinalEncoder
from sklearn_label_encoders import LabelBinarizer, LabelEncoder, label_binarize
from sklearn_scalers import (MaxAbsScaler, MinMaxScaler, Normalizer,
                             StandardScaler, minmax_scale, normalize, scale)
