"""Training of the shipped language pipeline: data, network, export and measures. The package never imports it."""
