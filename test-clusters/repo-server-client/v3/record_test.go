package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"testing"

	"agents-render.example/repo-server-client/driver"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"

	"github.com/argoproj/argo-cd/v3/cmpserver/apiclient"
)

// TestRecord writes down what this release sends for applications of the example repository: the archive as its own
// code packs it, and the metadata of each call. The tests of the server replay it.
func TestRecord(t *testing.T) {
	out := os.Getenv("RECORD")
	if out == "" {
		t.Skip("RECORD names no folder: use ./record")
	}
	t.Setenv("ARGOCD_PLUGINSOCKFILEPATH", t.TempDir())
	socket := filepath.Join(os.Getenv("ARGOCD_PLUGINSOCKFILEPATH"), driver.PluginName+".sock")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	plugin := &recorder{}
	server := grpc.NewServer()
	apiclient.RegisterConfigManagementPluginServiceServer(server, plugin)
	go server.Serve(listener) //nolint:errcheck
	defer server.Stop()

	root := driver.OddClone(t)
	var archive []byte
	for name, app := range driver.Recorded() {
		if _, err := (repoServer{}).Generate(context.Background(), root, app); err != nil {
			t.Fatal(name, err)
		}
		if archive != nil && !bytes.Equal(archive, plugin.archive) {
			t.Fatal("the same clone was packed in two ways")
		}
		archive = plugin.archive
		metadata, err := json.MarshalIndent(plugin.metadata, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(out, name+".json"), append(metadata, '\n'))
	}
	write(t, filepath.Join(out, "archive.tgz"), archive)
}

func write(t *testing.T, file string, content []byte) {
	t.Helper()
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// recorder is a plugin that keeps what it was sent last.
type recorder struct {
	apiclient.ConfigManagementPluginServiceServer
	metadata *apiclient.ManifestRequestMetadata
	archive  []byte
}

func (*recorder) CheckPluginConfiguration(
	context.Context, *emptypb.Empty,
) (*apiclient.CheckPluginConfigurationResponse, error) {
	return &apiclient.CheckPluginConfigurationResponse{}, nil
}

func (r *recorder) GenerateManifest(stream apiclient.ConfigManagementPluginService_GenerateManifestServer) error {
	r.archive = nil
	for {
		message, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return stream.SendAndClose(&apiclient.ManifestResponse{})
		}
		if err != nil {
			return err
		}
		if metadata := message.GetMetadata(); metadata != nil {
			r.metadata = metadata
		}
		r.archive = append(r.archive, message.GetFile().GetChunk()...)
	}
}
