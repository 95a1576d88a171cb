package main

import (
	"encoding/base64"
	"encoding/json"
	"strconv"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	kjson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/version"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/cel/environment"
)

var base = environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion())

type celQuestion struct {
	Expr string
	Vars map[string]json.RawMessage
}

// The environment is that of new expressions, in which every variable may be anything.
func (q *celQuestion) answer() any {
	options := []cel.EnvOption{}
	for name := range q.Vars {
		options = append(options, cel.Variable(name, cel.DynType))
	}
	set := must(base.Extend(environment.VersionedOptions{IntroducedVersion: version.MajorMinor(1, 0), EnvOptions: options}))
	env := set.NewExpressionsEnv()
	ast, issues := env.Compile(q.Expr)
	if issues.Err() != nil {
		return map[string]any{"compileError": issues.Err().Error()}
	}
	// Constants are folded here, so what fails in one fails before anything is evaluated.
	program, err := env.Program(ast, cel.CostLimit(celconfig.PerCallLimit))
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	values := map[string]any{}
	for name, raw := range q.Vars {
		var value any
		check(kjson.Unmarshal(raw, &value))
		values[name] = value
	}
	result, _, err := program.Eval(values)
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"type": ast.OutputType().String(), "value": shown(result)}
}

// JSON that keeps CEL's types apart: what JSON has no value of its own for is an object with one key.
func shown(value ref.Val) any {
	switch v := value.(type) {
	case types.Bool:
		return bool(v)
	case types.String:
		return string(v)
	case types.Null:
		return nil
	case types.Int:
		return map[string]any{"int": strconv.FormatInt(int64(v), 10)}
	case types.Uint:
		return map[string]any{"uint": strconv.FormatUint(uint64(v), 10)}
	case types.Double:
		return map[string]any{"double": strconv.FormatFloat(float64(v), 'g', -1, 64)}
	case types.Bytes:
		return map[string]any{"bytes": base64.StdEncoding.EncodeToString(v)}
	case types.Timestamp, types.Duration:
		return map[string]any{value.Type().TypeName(): value.ConvertToType(types.StringType).Value()}
	case *types.Optional:
		if v.HasValue() {
			return map[string]any{"optional": shown(v.GetValue())}
		}
		return map[string]any{"optional": "none"}
	case traits.Lister:
		items := []any{}
		for each := v.Iterator(); each.HasNext() == types.True; {
			items = append(items, shown(each.Next()))
		}
		return items
	case traits.Mapper:
		entries := [][]any{}
		for each := v.Iterator(); each.HasNext() == types.True; {
			key := each.Next()
			entries = append(entries, []any{shown(key), shown(v.Get(key))})
		}
		return map[string]any{"map": entries}
	case ref.Type:
		return map[string]any{"type": v.TypeName()}
	}
	return map[string]any{"opaque": value.Type().TypeName()}
}
