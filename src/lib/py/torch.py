# SPDX-License-Identifier: GPL-3.0-or-later
"""What torch has at its top beside rows and functions in C."""
from torch_autograd import no_grad, enable_grad, inference_mode
from torch_autograd import set_grad_enabled, is_grad_enabled
