# SPDX-License-Identifier: GPL-3.0-or-later
# `xent train` writes the notebook's log and nothing else on stdout, nothing on
# stderr, and tells wrong usage from a fine run.
set -u
cat >expected <<'EOF'
Epoch 001, Loss: 0.7370
Epoch 011, Loss: 0.6855
Epoch 021, Loss: 0.6445
Epoch 031, Loss: 0.6041
Epoch 041, Loss: 0.5618
Epoch 051, Loss: 0.5207
Epoch 061, Loss: 0.4832
Epoch 071, Loss: 0.4518
Epoch 081, Loss: 0.4273
Epoch 091, Loss: 0.4082
NeuralNet1 Test Accuracy: 82.50%
Epoch 001, Loss: 1.1683
Epoch 011, Loss: 1.1031
Epoch 021, Loss: 1.0626
Epoch 031, Loss: 1.0289
Epoch 041, Loss: 0.9984
Epoch 051, Loss: 0.9686
Epoch 061, Loss: 0.9369
Epoch 071, Loss: 0.9056
Epoch 081, Loss: 0.8763
Epoch 091, Loss: 0.8489
NeuralNet2 Test Accuracy: 63.33%
EOF
{
  "$XENT" train binary || echo "status $?"
  "$XENT" train multi --epochs 100 --every=10 || echo "status $?"
} >got 2>errors
cmp expected got || { diff expected got; exit 1; }
[ ! -s errors ] || { cat errors; exit 1; }

# Bad values are errors that name option, value and range.
"$XENT" train binary epochs=0 >got 2>errors
[ $? -eq 1 ] && [ ! -s got ] && grep -q "epochs.*10000000.*'0'" errors ||
  { echo 'epochs=0 is not refused well'; cat errors; exit 1; }

# Ctrl-C ends with 130 and says that the network is kept.
env --default-signal=INT true 2>/dev/null ||
  { echo 'env knows no --default-signal'; exit 77; }
env --default-signal=INT \
  "$XENT" train binary epochs=10000000 every=10000000 >got 2>errors &
pid=$!
sleep 0.5
kill -INT $pid
wait $pid
status=$?
[ $status -eq 130 ] && grep -q 'stopped after epoch .*kept' errors ||
  { echo "interrupted: status $status"; cat errors; exit 1; }
