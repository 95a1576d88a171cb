package main

import (
	"context"
	"encoding/json"
	"strings"

	admissionv1 "k8s.io/api/admissionregistration/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kjson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apiserver/pkg/admission"
	plugincel "k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/admission/plugin/webhook/matchconditions"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/cel/environment"
	podsecurity "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

type podSecurityQuestion struct {
	Level, Version string
	Pod            json.RawMessage
}

func (q *podSecurityQuestion) answer() any {
	var pod corev1.Pod
	check(kjson.Unmarshal(q.Pod, &pod))
	level := podsecurity.LevelVersion{Level: must(podsecurity.ParseLevel(q.Level)), Version: must(podsecurity.ParseVersion(q.Version))}
	evaluator := must(policy.NewEvaluator(policy.DefaultChecks(), nil))
	result := policy.AggregateCheckResults(evaluator.EvaluatePod(level, &pod.ObjectMeta, &pod.Spec))
	return map[string]any{"allowed": result.Allowed, "reasons": result.ForbiddenReasons, "details": result.ForbiddenDetails}
}

type admissionQuestion struct {
	Policy                               json.RawMessage
	Object, OldObject, Params, Namespace json.RawMessage
}

func (q *admissionQuestion) answer() any {
	var admitting admissionv1.ValidatingAdmissionPolicy
	check(kjson.Unmarshal(q.Policy, &admitting))
	object, old, params := unstructuredOf(q.Object), unstructuredOf(q.OldObject), unstructuredOf(q.Params)
	subject, operation := object, admission.Create
	if old != nil {
		operation = admission.Update
		if object == nil {
			subject, operation = old, admission.Delete
		}
	}
	kind := subject.GroupVersionKind()
	resource := schema.GroupVersionResource{Group: kind.Group, Version: kind.Version, Resource: strings.ToLower(kind.Kind) + "s"}
	asked := admission.NewAttributesRecord(orNil(object), orNil(old), kind, subject.GetNamespace(), subject.GetName(), resource, "", operation, nil, false, &user.DefaultInfo{Name: "oracle"})
	attributes := &admission.VersionedAttributes{Attributes: asked, VersionedObject: orNil(object), VersionedOldObject: orNil(old), VersionedKind: kind}
	namespace := &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: subject.GetNamespace()}}
	if len(q.Namespace) > 0 {
		check(kjson.Unmarshal(q.Namespace, namespace))
	}
	result := validatorOf(&admitting).Validate(context.Background(), resource, attributes, orNil(params), namespace, celconfig.RuntimeCELCostBudget, nil)
	decisions := []any{}
	for _, each := range result.Decisions {
		decisions = append(decisions, map[string]any{"action": each.Action, "evaluation": each.Evaluation, "message": each.Message, "reason": each.Reason})
	}
	return map[string]any{"decisions": decisions}
}

// Put together as the API server's plugin does it.
func validatorOf(admitting *admissionv1.ValidatingAdmissionPolicy) validating.Validator {
	sees := plugincel.OptionalVariableDeclarations{HasParams: admitting.Spec.ParamKind != nil, HasAuthorizer: true}
	messageSees := plugincel.OptionalVariableDeclarations{HasParams: admitting.Spec.ParamKind != nil}
	compiler := must(plugincel.NewCompositedCompiler(base))
	variables := []plugincel.NamedExpressionAccessor{}
	for _, each := range admitting.Spec.Variables {
		variables = append(variables, &validating.Variable{Name: each.Name, Expression: each.Expression})
	}
	compiler.CompileAndStoreVariables(variables, sees, environment.StoredExpressions)
	var matcher matchconditions.Matcher
	if conditions := admitting.Spec.MatchConditions; len(conditions) > 0 {
		accessors := []plugincel.ExpressionAccessor{}
		for index := range conditions {
			accessors = append(accessors, (*matchconditions.MatchCondition)(&conditions[index]))
		}
		matcher = matchconditions.NewMatcher(compiler.CompileCondition(accessors, sees, environment.StoredExpressions), admitting.Spec.FailurePolicy, "policy", "validate", admitting.Name)
	}
	validations, messages := []plugincel.ExpressionAccessor{}, []plugincel.ExpressionAccessor{}
	for _, each := range admitting.Spec.Validations {
		validations = append(validations, &validating.ValidationCondition{Expression: each.Expression, Message: each.Message, Reason: each.Reason})
		var message plugincel.ExpressionAccessor
		if each.MessageExpression != "" {
			message = &validating.MessageExpressionCondition{MessageExpression: each.MessageExpression}
		}
		messages = append(messages, message)
	}
	return validating.NewValidator(
		compiler.CompileCondition(validations, sees, environment.StoredExpressions), matcher,
		compiler.CompileCondition(nil, sees, environment.StoredExpressions),
		compiler.CompileCondition(messages, messageSees, environment.StoredExpressions),
		admitting.Spec.FailurePolicy, nil)
}

func unstructuredOf(raw json.RawMessage) *unstructured.Unstructured {
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	object := &unstructured.Unstructured{}
	check(kjson.Unmarshal(raw, &object.Object))
	return object
}

// An interface that holds a nil pointer is not nil.
func orNil(object *unstructured.Unstructured) runtime.Object {
	if object == nil {
		return nil
	}
	return object
}
