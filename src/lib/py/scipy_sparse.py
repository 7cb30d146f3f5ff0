# SPDX-License-Identifier: GPL-3.0-or-later
# The sparse matrix that encoders give: it can be shown and made dense.
import numpy as np


class csr_matrix:
    __module__ = "scipy.sparse._csr"
    format = "csr"
    ndim = 2

    def __init__(self, dense):
        self._dense = dense
        self.shape = dense.shape
        self.dtype = dense.dtype
        self.nnz = int((dense != 0).sum())

    @property
    def data(self):
        return self._dense[np.nonzero(self._dense)]

    def toarray(self):
        """NumPy's array of it"""
        return self._dense.copy()

    @property
    def A(self):
        return self.toarray()

    def __str__(self):
        rows, columns = np.nonzero(self._dense)
        lines = [f"  ({i}, {j})\t{self._dense[i, j]}" for i, j in
                 zip(rows.tolist(), columns.tolist())]
        if len(lines) > 50:
            lines = lines[:25] + ["  :\t:"] + lines[-25:]
        return "\n".join(lines)

    def __repr__(self):
        rows, columns = self.shape
        return (f"<{rows}x{columns} sparse matrix of type "
                f"'<class 'numpy.{self.dtype}'>'\n\twith {self.nnz} stored "
                "elements in Compressed Sparse Row format>")
