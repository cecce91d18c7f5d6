package main

import (
	"bufio"
	"bytes"

	rollouts "github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	rolloutvalidation "github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	"k8s.io/apimachinery/pkg/api/meta"
	apivalidation "k8s.io/apimachinery/pkg/api/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/apps"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	appsvalidation "k8s.io/kubernetes/pkg/apis/apps/validation"
	"k8s.io/kubernetes/pkg/apis/autoscaling"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	autoscalingvalidation "k8s.io/kubernetes/pkg/apis/autoscaling/validation"
	"k8s.io/kubernetes/pkg/apis/batch"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	batchvalidation "k8s.io/kubernetes/pkg/apis/batch/validation"
	"k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	corevalidation "k8s.io/kubernetes/pkg/apis/core/validation"
	"k8s.io/kubernetes/pkg/apis/networking"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	networkingvalidation "k8s.io/kubernetes/pkg/apis/networking/validation"
	"k8s.io/kubernetes/pkg/apis/policy"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	policyvalidation "k8s.io/kubernetes/pkg/apis/policy/validation"
	"k8s.io/kubernetes/pkg/apis/rbac"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	rbacvalidation "k8s.io/kubernetes/pkg/apis/rbac/validation"
	"sigs.k8s.io/yaml"
)

var strict = serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDecoder()

// isBuiltIn tells whether the group is one of those judged here; a kind that it does not have is then a problem.
func isBuiltIn(group string) bool {
	return legacyscheme.Scheme.IsGroupRegistered(group)
}

func newReader(content []byte) *bufio.Reader {
	return bufio.NewReader(bytes.NewReader(content))
}

// judgeBuiltIn decodes strictly into the version that the document names, defaults, converts and validates.
func judgeBuiltIn(document []byte) []string {
	object, _, err := strict.Decode(document, nil, nil)
	if err != nil {
		return []string{err.Error()}
	}
	placeInNamespace(object)
	return texts(validate(object))
}

// placeInNamespace gives an object of a namespaced kind the namespace that the request would give it.
func placeInNamespace(object runtime.Object) {
	switch object.(type) {
	case *rbac.ClusterRole, *rbac.ClusterRoleBinding, *core.Namespace:
		return
	}
	if accessor, err := meta.Accessor(object); err == nil && accessor.GetNamespace() == "" {
		accessor.SetNamespace(metav1.NamespaceDefault)
	}
}

func validate(object runtime.Object) field.ErrorList {
	switch o := object.(type) {
	case *apps.DaemonSet:
		return appsvalidation.ValidateDaemonSet(o, corevalidation.PodValidationOptions{})
	case *apps.Deployment:
		return appsvalidation.ValidateDeployment(o, corevalidation.PodValidationOptions{})
	case *apps.StatefulSet:
		return appsvalidation.ValidateStatefulSet(o, corevalidation.PodValidationOptions{})
	case *autoscaling.HorizontalPodAutoscaler:
		return autoscalingvalidation.ValidateHorizontalPodAutoscaler(o)
	case *batch.Job:
		// The API server generates the selector; its labels are what validation asks for.
		o.Spec.Selector = &metav1.LabelSelector{MatchLabels: o.Spec.Template.Labels}
		manual := true
		o.Spec.ManualSelector = &manual
		return batchvalidation.ValidateJob(o, batchvalidation.JobValidationOptions{})
	case *core.ConfigMap:
		return corevalidation.ValidateConfigMap(o)
	case *core.Pod:
		return corevalidation.ValidatePodCreate(o, corevalidation.PodValidationOptions{})
	case *core.Secret:
		return corevalidation.ValidateSecret(o)
	case *core.Service:
		// What the API server itself does before: the list follows the single field.
		if o.Spec.ClusterIP == core.ClusterIPNone && len(o.Spec.ClusterIPs) == 0 {
			o.Spec.ClusterIPs = []string{core.ClusterIPNone}
		}
		return corevalidation.ValidateServiceCreate(o)
	case *core.ServiceAccount:
		return corevalidation.ValidateServiceAccount(o)
	case *networking.NetworkPolicy:
		return networkingvalidation.ValidateNetworkPolicy(o, networkingvalidation.NetworkPolicyValidationOptions{})
	case *policy.PodDisruptionBudget:
		return policyvalidation.ValidatePodDisruptionBudget(o, policyvalidation.PodDisruptionBudgetValidationOptions{})
	case *rbac.Role:
		return rbacvalidation.ValidateRole(o)
	case *rbac.RoleBinding:
		return rbacvalidation.ValidateRoleBinding(o)
	case *rbac.ClusterRole:
		return rbacvalidation.ValidateClusterRole(o, rbacvalidation.ClusterRoleValidationOptions{})
	case *rbac.ClusterRoleBinding:
		return rbacvalidation.ValidateClusterRoleBinding(o)
	default:
		// Nothing here touches other kinds: that their fields are read without an unknown one is enough.
		return nil
	}
}

// judgeRollout is what the controller of Argo Rollouts says of a Rollout, after a strict reading of its fields.
func judgeRollout(document []byte) []string {
	var rollout rollouts.Rollout
	if err := yaml.UnmarshalStrict(document, &rollout); err != nil {
		return []string{err.Error()}
	}
	placeInNamespace(&rollout)
	problems := corevalidation.ValidateObjectMeta(&rollout.ObjectMeta, true, apivalidation.NameIsDNSSubdomain, field.NewPath("metadata"))
	return texts(append(problems, rolloutvalidation.ValidateRollout(&rollout)...))
}

func texts(problems field.ErrorList) []string {
	result := []string{}
	for _, problem := range problems {
		result = append(result, problem.Error())
	}
	return result
}
