module agents-render/oracles/gotemplate

go 1.22
