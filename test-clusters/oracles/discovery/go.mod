module agents-render.example/oracles/discovery

go 1.25

require github.com/mattn/go-zglob v0.0.6
