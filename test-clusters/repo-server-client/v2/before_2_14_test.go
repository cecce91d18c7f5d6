//go:build !generatepaths

package client

import (
	"agents-render.example/repo-server-client/driver"

	repoapi "github.com/argoproj/argo-cd/v2/reposerver/apiclient"
	"github.com/argoproj/argo-cd/v2/reposerver/repository"
)

const sendsPart = false

func generatePaths(*repoapi.ManifestRequest, driver.Application) []repository.GenerateManifestOpt {
	return nil
}
