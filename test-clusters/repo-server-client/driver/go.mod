module agents-render.example/repo-server-client/driver

go 1.25
