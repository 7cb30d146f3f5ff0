# Averages, quantiles, histograms, correlations of a small table.
import numpy as np

np.random.seed(0)
data = np.random.normal(50, 10, size=(20, 3))
print(np.median(data, axis=0))
print(np.percentile(data, [25, 50, 75], axis=0))
print(np.quantile(data[:, 0], 0.9), np.ptp(data, axis=0))
print(np.average(data[:, 1], weights=np.arange(1, 21)))
counts, edges = np.histogram(data[:, 0], bins=5)
print(counts, edges)
print(np.histogram(data[:, 1], bins=[30, 45, 60, 75], density=True))
print(np.cov(data, rowvar=False))
print(np.corrcoef(data[:, 0], data[:, 1]))
holes = data.copy()
holes[3, 1] = holes[5, 2] = np.nan
print(np.nanmean(holes, axis=0), np.nanstd(holes, axis=0))
print(np.nanmax(holes), np.nanargmin(holes), np.nanmedian(holes, axis=0))
print(np.digitize([31.0, 50.5, 90.0], [40, 50, 60]))
print(np.unique(np.round(data[:, 0] / 10).astype(int), return_counts=True))
for q in (0, 33, 100):
    print(q, np.percentile([3, 1, 2], q, method="nearest"))
try:
    np.percentile([1, 2], 120)
except ValueError as e:
    print("ValueError:", e)
