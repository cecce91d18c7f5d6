package cluster

import (
	"context"
	"strconv"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
)

// writeStatus stands in for every controller: what is asked for is at once reported as done, and what is deleted in the
// foreground has no dependents to wait for.
func (k *kubernetes) writeStatus() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	k.t.Cleanup(func() {
		cancel()
		<-done
	})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			for kind, status := range statuses {
				for _, one := range k.list(kind, metav1.NamespaceAll) {
					k.report(ctx, kind, one, status)
				}
			}
			select {
			case <-ctx.Done():
			case <-time.After(300 * time.Millisecond):
			}
		}
	}()
}

func (k *kubernetes) report(
	ctx context.Context, kind schema.GroupVersionResource, one unstructured.Unstructured,
	status func(unstructured.Unstructured) map[string]any) {
	client := k.client.Resource(kind).Namespace(one.GetNamespace())
	if one.GetDeletionTimestamp() != nil {
		_, _ = client.Patch(ctx, one.GetName(), types.MergePatchType, []byte(`{"metadata":{"finalizers":null}}`), metav1.PatchOptions{})
		return
	}
	if status == nil {
		return
	}
	generation := strconv.FormatInt(one.GetGeneration(), 10)
	now := object(one.Object)
	if now.at("status", "observedGeneration") == generation || now.at("status", "phase") == "Succeeded" ||
		now.at("status", "completionTime") != "" {
		return
	}
	one.Object["status"] = status(one)
	_, _ = client.UpdateStatus(ctx, &one, metav1.UpdateOptions{})
}

var statuses = map[schema.GroupVersionResource]func(unstructured.Unstructured) map[string]any{
	deployments: func(one unstructured.Unstructured) map[string]any {
		replicas := desired(one)
		return map[string]any{
			"observedGeneration": one.GetGeneration(),
			"replicas":           replicas, "updatedReplicas": replicas, "readyReplicas": replicas, "availableReplicas": replicas,
			"conditions": []any{condition("Available", "MinimumReplicasAvailable")},
		}
	},
	rollouts: func(one unstructured.Unstructured) map[string]any {
		replicas := desired(one)
		return map[string]any{
			"observedGeneration": strconv.FormatInt(one.GetGeneration(), 10), "phase": "Healthy",
			"stableRS": "1", "currentPodHash": "1",
			"replicas": replicas, "updatedReplicas": replicas, "readyReplicas": replicas, "availableReplicas": replicas,
		}
	},
	jobs: func(unstructured.Unstructured) map[string]any {
		now := time.Now().UTC().Format(time.RFC3339)
		return map[string]any{
			"startTime": now, "completionTime": now, "succeeded": int64(1),
			"conditions": []any{condition("SuccessCriteriaMet", "CompletionsReached"), condition("Complete", "CompletionsReached")},
		}
	},
	pods: func(unstructured.Unstructured) map[string]any {
		return map[string]any{"phase": "Succeeded"}
	},
	autoscalers: func(one unstructured.Unstructured) map[string]any {
		return map[string]any{
			"observedGeneration": one.GetGeneration(), "currentReplicas": int64(1), "desiredReplicas": int64(1), "currentMetrics": nil,
			"conditions": []any{condition("AbleToScale", "SucceededRescale"), condition("ScalingActive", "ValidMetricFound")},
		}
	},
	budgets: func(one unstructured.Unstructured) map[string]any {
		return map[string]any{
			"observedGeneration": one.GetGeneration(), "currentHealthy": int64(2), "desiredHealthy": int64(1),
			"disruptionsAllowed": int64(1), "expectedPods": int64(2),
			"conditions": []any{condition("DisruptionAllowed", "SufficientPods")},
		}
	},
	configMaps: nil,
	services:   nil,
}

func desired(one unstructured.Unstructured) int64 {
	replicas, is, _ := unstructured.NestedInt64(one.Object, "spec", "replicas")
	if !is {
		return 1
	}
	return replicas
}

func condition(kind, reason string) map[string]any {
	return map[string]any{
		"type": kind, "status": "True", "reason": reason, "message": "",
		"lastTransitionTime": time.Now().UTC().Format(time.RFC3339),
	}
}
