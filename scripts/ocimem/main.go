// The registry of cuelabs.dev/go/oci, which has everything in memory.
package main

import (
	"fmt"
	"net/http"
	"os"

	"cuelabs.dev/go/oci/ociregistry/ocimem"
	"cuelabs.dev/go/oci/ociregistry/ociserver"
)

func main() {
	if err := http.ListenAndServe(os.Args[1], ociserver.New(ocimem.New(), nil)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
