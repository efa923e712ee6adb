package sha256
