package sha512
