package main

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	kyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

func documents(text string) any {
	reader := kyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	found := []any{}
	for {
		part, err := reader.Read()
		if err == io.EOF {
			return map[string]any{"documents": found}
		}
		if err != nil {
			return map[string]any{"documents": append(found, map[string]any{"error": err.Error()})}
		}
		if value, err := yaml.YAMLToJSONStrict(part); err != nil {
			found = append(found, map[string]any{"error": err.Error()})
		} else {
			found = append(found, map[string]any{"value": json.RawMessage(value)})
		}
	}
}
