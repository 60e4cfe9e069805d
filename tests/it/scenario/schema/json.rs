//! TOML as JSON, and a small judge of the part of JSON Schema that the schema of scenarios uses; a word of it that the
//! judge does not know is a failure.

use std::collections::BTreeSet;

use serde_json::Map;
use serde_json::Number;
use serde_json::Value;
use toml::de::DeTable;
use toml::de::DeValue;

/// The JSON that a text in TOML stands for.
pub fn of_toml(text: &str) -> Value {
    let (table, faults) = DeTable::parse_recoverable(text);
    assert!(faults.is_empty(), "{text}");
    object(table.get_ref())
}

fn object(table: &DeTable) -> Value {
    let fields = table.iter().map(|(key, item)| (key.get_ref().to_string(), of(item.get_ref())));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn of(value: &DeValue) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(whole) => whole
            .as_str()
            .parse::<i64>()
            .map_or_else(|_| Value::String(whole.as_str().to_owned()), |n| Value::Number(n.into())),
        // What is no number in JSON becomes null.
        DeValue::Float(float) => float
            .as_str()
            .parse::<f64>()
            .ok()
            .and_then(Number::from_f64)
            .map_or(Value::Null, Value::Number),
        DeValue::Boolean(truth) => Value::Bool(*truth),
        DeValue::Datetime(moment) => Value::String(moment.to_string()),
        DeValue::Array(list) => list.iter().map(|item| of(item.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}

/// Why a value is not what a schema asks for.
///
/// # Errors
/// The first word of the schema that it breaks.
pub fn validate(schema: &Value, value: &Value) -> Result<(), String> {
    let words = schema.as_object().expect("a schema is an object");
    for (word, wanted) in words {
        let holds = match word.as_str() {
            "$schema" | "title" | "description" | "default" => true,
            "type" => has_type(value, wanted.as_str().expect("one type")),
            "const" => equal(value, wanted),
            "enum" => wanted.as_array().expect("a list").iter().any(|one| equal(value, one)),
            "minimum" => value.as_f64().is_none_or(|x| x >= wanted.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|x| x <= wanted.as_f64().expect("a number")),
            "multipleOf" => {
                value.as_i64().is_none_or(|n| n % wanted.as_i64().expect("a number") == 0)
            }
            "pattern" => {
                assert_eq!(wanted, "\\S");
                value.as_str().is_none_or(|text| text.contains(|c: char| !c.is_whitespace()))
            }
            "minItems" => {
                value.as_array().is_none_or(|l| l.len() as u64 >= wanted.as_u64().unwrap())
            }
            "maxItems" => {
                value.as_array().is_none_or(|l| l.len() as u64 <= wanted.as_u64().unwrap())
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    validate(wanted, item)?;
                }
                true
            }
            "required" => wanted.as_array().expect("a list").iter().all(|key| {
                value.as_object().is_none_or(|o| o.contains_key(key.as_str().expect("a key")))
            }),
            "properties" => {
                for (key, item) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = wanted.get(key) {
                        validate(schema, item).map_err(|why| format!("{key}: {why}"))?;
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(*wanted, Value::Bool(false));
                let known = words["properties"].as_object().expect("an object");
                value.as_object().is_none_or(|o| o.keys().all(|key| known.contains_key(key)))
            }
            "anyOf" => {
                let any = wanted.as_array().expect("a list");
                any.iter().any(|schema| validate(schema, value).is_ok())
            }
            other => panic!("the judge does not know {other}"),
        };
        if !holds {
            return Err(format!("{value} against {word} {wanted}"));
        }
    }
    Ok(())
}

/// In JSON Schema 1 and 1.0 are one number.
fn equal(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.total_cmp(&other).is_eq(),
        _ => one == other,
    }
}

fn has_type(value: &Value, wanted: &str) -> bool {
    match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|x| x.fract() == 0.0),
        other => panic!("no type is called {other}"),
    }
}

/// How many keys a schema has; each must be described.
pub fn described(schema: &Value) -> usize {
    let mut n = 0;
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        // Shares explain themselves.
        let explained =
            property.get("description").is_some() || property.get("properties").is_none();
        assert!(explained, "{key} is not described");
        n += 1;
        let any = property["anyOf"].as_array().into_iter().flatten();
        for within in any.chain([property]) {
            n += described(within) + within.get("items").map_or(0, described);
        }
    }
    n
}

/// The paths of all keys of a value, without places in lists.
pub fn paths(value: &Value, path: &str, into: &mut BTreeSet<String>) {
    for (key, item) in value.as_object().into_iter().flatten() {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        for item in item.as_array().into_iter().flatten() {
            paths(item, &path, into);
        }
        paths(item, &path, into);
        into.insert(path);
    }
}
