kind: D
