// Package resumable stands for a module that no proxy has any more. No hash is one of these, so a registry hashes what it needs again, as with the build tag noresumabledigest.
package resumable

import "hash"

type Hash interface {
	hash.Hash
	Len() uint64
	State() ([]byte, error)
	Restore([]byte) error
}
