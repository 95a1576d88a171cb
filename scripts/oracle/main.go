// The oracle answers questions by Kubernetes' own code: one JSON object a line on standard input, one on standard output.
//
//	{"cel": {"expr": "object.spec.replicas > 1", "vars": {"object": {…}}}}   the API server's CEL
//	{"admission": {"policy": {…}, "object": {…}, "params": {…}}}             a ValidatingAdmissionPolicy
//	{"podSecurity": {"level": "restricted", "version": "latest", "pod": {…}}}  Pod Security admission
//	{"yaml": "a: 1\n---\nb: yes\n"}                                            documents as kubectl and the API server read them
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

type question struct {
	CEL         *celQuestion
	Admission   *admissionQuestion
	PodSecurity *podSecurityQuestion
	YAML        *string
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	answers := json.NewEncoder(os.Stdout)
	answers.SetEscapeHTML(false)
	for lines.Scan() {
		if err := answers.Encode(answer(lines.Bytes())); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// A question that cannot be asked is answered too, so that answers stay in step with questions.
func answer(line []byte) (reply any) {
	defer func() {
		if problem := recover(); problem != nil {
			reply = map[string]any{"refused": fmt.Sprint(problem)}
		}
	}()
	var asked question
	check(json.Unmarshal(line, &asked))
	switch {
	case asked.CEL != nil:
		return asked.CEL.answer()
	case asked.Admission != nil:
		return asked.Admission.answer()
	case asked.PodSecurity != nil:
		return asked.PodSecurity.answer()
	case asked.YAML != nil:
		return documents(*asked.YAML)
	}
	panic("cel, admission, podSecurity or yaml expected")
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func must[T any](value T, err error) T {
	check(err)
	return value
}
