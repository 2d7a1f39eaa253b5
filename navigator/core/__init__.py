"""What runs in the browser as well as on the desk: the model, the counting and the engine.

Nothing here imports anything but the standard library and its own package.
"""
