// Package tarsum stands for that of Docker's of its day, which is in no module. Nobody here pushes by such a sum, so there is none.
package tarsum

import (
	"errors"
	"hash"
	"io"
)

type Version int

const Version1 Version = 1

type TarSum interface {
	io.Reader
	Sum([]byte) string
	Hash() hash.Hash
}

var errNone = errors.New("there is no sum of a tar archive")

func GetVersionFromTarsum(string) (Version, error) { return 0, errNone }

func NewTarSum(io.Reader, bool, Version) (TarSum, error) { return nil, errNone }
