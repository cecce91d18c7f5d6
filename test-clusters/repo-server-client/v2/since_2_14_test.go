//go:build generatepaths

package client

import (
	"agents-render.example/repo-server-client/driver"

	repoapi "github.com/argoproj/argo-cd/v2/reposerver/apiclient"
	"github.com/argoproj/argo-cd/v2/reposerver/repository"
)

const sendsPart = true

func generatePaths(request *repoapi.ManifestRequest, app driver.Application) []repository.GenerateManifestOpt {
	request.ProjectName = "default"
	request.AnnotationManifestGeneratePaths = app.GeneratePaths
	return []repository.GenerateManifestOpt{repository.WithCMPUseManifestGeneratePaths(app.GeneratePaths != "")}
}
