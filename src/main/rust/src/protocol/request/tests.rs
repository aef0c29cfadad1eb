use super::*;
use serde_json::json;

fn valid() -> Value {
    json!({
        "id": 7, "mode": "timing", "argv": ["/bin/echo", "ü"], "env": {"B": "2", "A": ""},
        "cwd": "/tmp", "stdin": null, "stdout": "/tmp/out", "stderr": "/tmp/err",
        "outputLimitBytes": 10, "timeoutMs": 60000, "graceMs": 0,
        "cpuLimitMs": null, "memoryLimitBytes": null, "processLimit": null, "counters": false,
        "cpus": null, "inherit": null, "more": false
    })
}

fn with(name: &str, value: Value) -> Value {
    let mut request = valid();
    request[name] = value;
    request
}

fn refusal(request: &Value) -> Invalid {
    Request::parse(request.to_string().as_bytes()).expect_err("refused")
}

#[test]
fn a_request_is_read_whole() {
    let request = Request::parse(valid().to_string().as_bytes()).expect("valid");
    assert_eq!(request.id, 7);
    assert_eq!(request.mode, Mode::Timing);
    assert_eq!(request.argv, [c"/bin/echo".into(), CString::from(c"ü")]);
    assert_eq!(request.env, [c"A=".into(), CString::from(c"B=2")]);
    assert_eq!(request.cwd.as_c_str(), c"/tmp");
    assert_eq!(request.stdin, "/dev/null");
    assert_eq!(request.stdout, "/tmp/out");
    assert_eq!(request.stderr, "/tmp/err");
    assert_eq!(request.output_limit_bytes, 10);
    assert_eq!(request.timeout_ms, 60_000);
    assert_eq!(request.grace_ms, 0);
    assert_eq!(request.cpu_limit_ms, None);
    assert_eq!(request.memory_limit_bytes, None);
    assert_eq!(request.process_limit, None);
    assert!(!request.counters);
    assert_eq!(request.cpus, None);
    assert_eq!(request.inherit, None);
    assert!(!request.more);
}

#[test]
fn given_options_are_read() {
    let mut line = with("cpus", json!([0, 3]));
    line["stdin"] = json!("/tmp/in");
    line["mode"] = json!("memory");
    line["cpuLimitMs"] = json!(1);
    line["memoryLimitBytes"] = json!(1u64 << 40);
    line["processLimit"] = json!(3);
    line["counters"] = json!(true);
    line["inherit"] = json!(4096);
    let request = Request::parse(line.to_string().as_bytes()).expect("valid");
    assert_eq!(request.cpus, Some(vec![0, 3]));
    assert_eq!(request.stdin, "/tmp/in");
    assert_eq!(request.mode, Mode::Memory);
    assert_eq!(request.cpu_limit_ms, Some(1));
    assert_eq!(request.memory_limit_bytes, Some(1 << 40));
    assert_eq!(request.process_limit, Some(3));
    assert!(request.counters);
    assert_eq!(request.inherit, Some(4096));
}

#[test]
fn bytes_that_are_not_utf_8_arrive_as_they_were() {
    let raw = "a\u{efff}b\u{ef80}";
    let mut line = with("argv", json!(["/bin/echo", raw]));
    line["env"] = json!({raw: "\u{efc3}\u{efbc} is ü, \u{ef7f} and \u{f000} are themselves"});
    line["stdin"] = json!("/tmp/\u{eff6}");
    let request = Request::parse(line.to_string().as_bytes()).expect("valid");
    assert_eq!(request.argv[1].as_bytes(), b"a\xffb\x80");
    assert_eq!(
        request.env[0].as_bytes(),
        [
            b"a\xffb\x80=".as_slice(),
            "ü is ü, \u{ef7f} and \u{f000} are themselves".as_bytes()
        ]
        .concat()
    );
    assert_eq!(request.stdin.as_encoded_bytes(), b"/tmp/\xf6");
}

#[test]
fn every_field_must_be_there() {
    let names: Vec<String> = valid()
        .as_object()
        .expect("object")
        .keys()
        .cloned()
        .collect();
    for name in names {
        let mut request = valid();
        request.as_object_mut().expect("object").remove(&name);
        assert_eq!(
            refusal(&request).message,
            format!("field '{name}' is missing")
        );
    }
}

#[test]
fn every_field_has_its_type() {
    let names: Vec<String> = valid()
        .as_object()
        .expect("object")
        .keys()
        .cloned()
        .collect();
    for name in names {
        let message = refusal(&with(&name, json!({"x": 1}))).message;
        assert!(
            message.starts_with(&format!("field '{name}' must be ")),
            "{message}"
        );
    }
}

#[test]
fn an_unknown_field_is_refused_by_name() {
    let refused = refusal(&with("timeout", json!(1)));
    assert_eq!(refused.message, "field 'timeout' is unknown");
    assert_eq!(refused.id, Some(7));
}

#[test]
fn values_that_cannot_work_are_refused() {
    for (name, value, part) in [
        ("mode", json!("both"), "timing or memory"),
        ("argv", json!([]), "not be empty"),
        ("argv", json!(["true"]), "absolute path"),
        ("argv", json!(["/bin/echo", "a\u{0}b"]), "NUL"),
        ("argv", json!(["/bin/echo", 1]), "list of strings"),
        ("env", json!({"A=B": "1"}), "cannot be one"),
        ("env", json!({"": "1"}), "cannot be one"),
        ("env", json!({"A": "\u{0}"}), "NUL"),
        ("env", json!({"A": 1}), "object of strings"),
        ("cwd", json!("tmp"), "absolute path"),
        ("stdin", json!("in"), "absolute path"),
        ("stdout", json!("/tmp/\u{0}"), "NUL"),
        ("stderr", json!("/tmp/out"), "different files"),
        ("timeoutMs", json!(0), "at least 1"),
        ("graceMs", json!(-1), "whole number"),
        ("outputLimitBytes", json!(1.5), "whole number"),
        ("cpus", json!([]), "CPUs below"),
        ("cpus", json!([CPU_LIMIT]), "CPUs below"),
        ("cpus", json!(["0"]), "whole numbers"),
    ] {
        let message = refusal(&with(name, value)).message;
        assert!(message.contains(part), "{name}: {message}");
        assert!(message.contains(name), "{name}: {message}");
    }
}

#[test]
fn what_is_not_json_has_no_id() {
    for line in ["", "{", "{\"id\":7,}", "{\"id\":7} x"] {
        let refused = Request::parse(line.as_bytes()).expect_err("refused");
        assert_eq!(refused.id, None, "{line}");
        assert!(refused.message.starts_with("not JSON"), "{line}");
    }
    assert_eq!(
        refusal(&json!([1])).message,
        "a request must be a JSON object"
    );
    assert_eq!(refusal(&json!({"id": "7"})).id, None);
}
