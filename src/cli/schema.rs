//! The JSON Schema of scenario files, for editors: draft 2020-12, from the table of all keys.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;
use toml::de::DeValue;

use crate::scenario::SCHEMA;
use crate::scenario::schema::FILE;
use crate::scenario::schema::Field;
use crate::scenario::schema::Kind;

/// The schema as text.
pub(super) fn text() -> String {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario of Titrarium",
        "description": "A study as a teacher writes it. Doses are in arbitrary units (au); they stand for no drug and \
            for no real amount. What the parts say about each other, titrarium check says.",
    });
    merge(&mut schema, section(FILE));
    format!("{schema:#}\n")
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}

fn section(fields: &[Field]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.key.to_owned(), property(field))).collect();
    let needed: Vec<&str> =
        fields.iter().filter(|field| field.kind.is_needed()).map(|field| field.key).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": false,
    })
}

fn property(field: &Field) -> Value {
    let mut property = json!({ "description": format!("{}.", field.says) });
    merge(&mut property, kind(&field.kind));
    if let Some(value) = default(field.default) {
        merge(&mut property, json!({ "default": value }));
    }
    property
}

fn kind(kind: &Kind) -> Value {
    match *kind {
        Kind::Version => json!({ "const": SCHEMA }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Name => json!({ "type": "string", "pattern": "\\S" }),
        Kind::Number(from, to) => json!({ "type": "number", "minimum": from, "maximum": to }),
        Kind::Whole(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Kind::Steps { step, to } => {
            json!({ "type": "integer", "minimum": step, "maximum": to, "multipleOf": step })
        }
        Kind::Among(numbers) => json!({ "enum": numbers }),
        Kind::Word(words) | Kind::NeededWord(words) => json!({ "enum": words }),
        Kind::Dose | Kind::NeededDose => {
            json!({ "type": "number", "minimum": 0, "maximum": 400 })
        }
        Kind::Shares(names) => shares(&names),
        Kind::Numbers(n, from, to) => list((n, n), &Kind::Number(from, to)),
        Kind::List { n, of } => list(n, of),
        Kind::Either(one, other) => json!({ "anyOf": [self::kind(one), self::kind(other)] }),
        Kind::Section(fields) => section(fields),
        Kind::Sections((least, most), fields) => {
            json!({ "type": "array", "minItems": least, "maxItems": most, "items": section(fields) })
        }
    }
}

fn shares(names: &[&str; 3]) -> Value {
    let share = || json!({ "type": "number", "minimum": 0, "maximum": 1 });
    let properties: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), share())).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}

fn list((least, most): (usize, usize), of: &Kind) -> Value {
    json!({ "type": "array", "minItems": least, "maxItems": most, "items": kind(of) })
}

/// A value in TOML as the same value in JSON; none if there is none.
fn default(toml: &str) -> Option<Value> {
    DeValue::parse(toml).ok().map(|value| json_of(value.get_ref()))
}

fn json_of(value: &DeValue) -> Value {
    let number = |text: &str| text.parse::<serde_json::Number>().map_or(Value::Null, Value::Number);
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(whole) => number(whole.as_str()),
        DeValue::Float(float) => number(float.as_str()),
        DeValue::Boolean(truth) => json!(truth),
        DeValue::Datetime(moment) => json!(moment.to_string()),
        DeValue::Array(list) => list.iter().map(|item| json_of(item.get_ref())).collect(),
        DeValue::Table(table) => {
            let field = |(key, item): (&toml::Spanned<_>, &toml::Spanned<DeValue>)| {
                let key: &std::borrow::Cow<str> = key.get_ref();
                (key.to_string(), json_of(item.get_ref()))
            };
            Value::Object(table.iter().map(field).collect())
        }
    }
}
