package main

import (
	"errors"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"github.com/alicebob/miniredis/v2"
	"go.etcd.io/etcd/server/v3/embed"
)

// etcd serves clients at the URL of its first argument and keeps its data in the folder of its second.
func etcd(arguments []string) error {
	if len(arguments) != 2 {
		return errors.New("usage: etcd URL FOLDER")
	}
	clients, err := url.Parse(arguments[0])
	if err != nil {
		return err
	}
	config := embed.NewConfig()
	config.Dir = arguments[1]
	config.LogLevel = "error"
	config.UnsafeNoFsync = true
	config.ListenClientUrls = []url.URL{*clients}
	config.AdvertiseClientUrls = []url.URL{*clients}
	// Nobody joins: the peers' side listens on a port that the system gives.
	peers, _ := url.Parse("http://127.0.0.1:0")
	config.ListenPeerUrls = []url.URL{*peers}
	server, err := embed.StartEtcd(config)
	if err != nil {
		return err
	}
	defer server.Close()
	select {
	case err := <-server.Err():
		return err
	case <-stopped():
		return nil
	}
}

// redis stands in for a Redis that is not installed: a server in memory, at the address of its argument.
func redis(arguments []string) error {
	if len(arguments) != 1 {
		return errors.New("usage: redis-server ADDRESS")
	}
	server := miniredis.NewMiniRedis()
	if err := server.StartAddr(arguments[0]); err != nil {
		return err
	}
	defer server.Close()
	<-stopped()
	return nil
}

func stopped() <-chan os.Signal {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	return signals
}
