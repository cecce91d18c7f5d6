package client

import (
	"context"
	"path/filepath"
	"testing"

	"agents-render.example/repo-server-client/driver"
	"k8s.io/apimachinery/pkg/api/resource"

	"github.com/argoproj/argo-cd/v2/cmpserver/apiclient"
	"github.com/argoproj/argo-cd/v2/pkg/apis/application/v1alpha1"
	repoapi "github.com/argoproj/argo-cd/v2/reposerver/apiclient"
	"github.com/argoproj/argo-cd/v2/reposerver/repository"
	"github.com/argoproj/argo-cd/v2/util/cmp"
	"github.com/argoproj/argo-cd/v2/util/git"
	utilio "github.com/argoproj/argo-cd/v2/util/io"
)

func TestRepoServer(t *testing.T) {
	driver.Run(t, repoServer{})
}

type repoServer struct{}

func (repoServer) SendsPart() bool { return sendsPart }

func (repoServer) Generate(ctx context.Context, root string, app driver.Application) ([]string, error) {
	request := &repoapi.ManifestRequest{
		Repo:              &v1alpha1.Repository{Repo: app.Source().RepoURL},
		AppName:           app.Name,
		Namespace:         "production",
		KubeVersion:       driver.ClusterVersion(),
		ApiVersions:       []string{"v1", "apps/v1", "apps/v1/Deployment", "argoproj.io/v1alpha1/Rollout"},
		KustomizeOptions:  &v1alpha1.KustomizeOptions{BuildOptions: "--enable-helm"},
		ApplicationSource: source(app),
	}
	response, err := repository.GenerateManifests(
		ctx, filepath.Join(root, app.Path), root, app.Source().Revision, request, false,
		&git.NoopCredsStore{}, resource.MustParse("10M"), utilio.NewRandomizedTempPaths(root),
		generatePaths(request, app)...)
	if err != nil {
		return nil, err
	}
	return response.Manifests, nil
}

func source(app driver.Application) *v1alpha1.ApplicationSource {
	kind := app.Source()
	source := &v1alpha1.ApplicationSource{
		RepoURL: kind.RepoURL, Chart: kind.Chart, Path: app.Path, TargetRevision: kind.TargetRevision,
	}
	if app.Helm != "" {
		source.Helm = &v1alpha1.ApplicationSourceHelm{ReleaseName: app.Helm, ValueFiles: app.ValueFiles}
	}
	if app.Plugin == nil {
		return source
	}
	source.Plugin = &v1alpha1.ApplicationSourcePlugin{Name: app.Plugin.Name}
	for name, value := range app.Plugin.Env {
		source.Plugin.Env = append(source.Plugin.Env, &v1alpha1.EnvEntry{Name: name, Value: value})
	}
	for _, parameter := range app.Plugin.Parameters {
		one := v1alpha1.ApplicationSourcePluginParameter{Name: parameter.Name, String_: parameter.String}
		if parameter.Array != nil {
			one.OptionalArray = &v1alpha1.OptionalArray{Array: parameter.Array}
		}
		if parameter.Map != nil {
			one.OptionalMap = &v1alpha1.OptionalMap{Map: parameter.Map}
		}
		source.Plugin.Parameters = append(source.Plugin.Parameters, one)
	}
	return source
}

func (repoServer) Announce(ctx context.Context, socket, root, path string) ([]string, error) {
	connection, client, err := apiclient.NewConfigManagementPluginClientSet(socket).NewConfigManagementPluginClient()
	if err != nil {
		return nil, err
	}
	defer utilio.Close(connection)
	stream, err := client.GetParametersAnnouncement(ctx)
	if err != nil {
		return nil, err
	}
	if err := cmp.SendRepoStream(ctx, path, root, stream, []string{"ARGOCD_APP_NAME=web"}, nil); err != nil {
		return nil, err
	}
	response, err := stream.CloseAndRecv()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, announcement := range response.ParameterAnnouncements {
		names = append(names, announcement.Name)
	}
	return names, nil
}
