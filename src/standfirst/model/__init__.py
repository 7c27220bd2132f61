"""The values that the stages pass on: frozen, typed, each naming the moment of the data that it holds."""
