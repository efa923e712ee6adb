module github.com/stevvooe/resumable

go 1.21
