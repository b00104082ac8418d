"""Small transformers as quantised ONNX, run on one core."""

from __future__ import annotations

import onnxruntime

# The marks before the first and behind the last piece of a window.
FIRST, LAST = 101, 102


def session(model: bytes) -> onnxruntime.InferenceSession:
    """A model ready to run, on one thread. It serves any number of threads."""
    options = onnxruntime.SessionOptions()
    # One article is too little work for more threads; documents are read side by side instead.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
