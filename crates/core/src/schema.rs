//! The JSON Schema (draft 2020-12) of the question files, made from the types that read them.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::bank::kind::Decimal;
use crate::bank::{BankFile, Difficulty, Kind, MAX_PARTS};
use crate::card::{CardNames, CardSet};
use crate::date::Date;
use crate::pledge::Pledges;
use crate::preset::PresetFile;
use crate::source::Register;
use crate::text::{Lang, MAX_LENGTH};
use crate::theme::ThemeFile;
use crate::topic::TopicFile;
use crate::{Id, Text};

/// The schema of a bank, with those of the other files among its definitions: a bank says
/// `"$schema": "schema.json"`, the register `"$schema": "schema.json#/$defs/Register"`.
pub fn schema() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<ThemeFile>();
    generator.subschema_for::<TopicFile>();
    generator.subschema_for::<PresetFile>();
    generator.subschema_for::<Register>();
    generator.subschema_for::<CardSet>();
    generator.subschema_for::<CardNames>();
    generator.subschema_for::<Pledges>();
    generator.into_root_schema_for::<BankFile>()
}

/// Says of each kind which field it is written in, and that it has none of the others.
pub(crate) fn one_body_per_kind(schema: &mut Schema) {
    let fields = ["choices", "answer", "blanks", "number", "steps", "pairs", "areas"];
    let rule = |kind: Kind| {
        let own = kind.field();
        let others = fields.iter().filter(|field| **field != own);
        let forbidden: serde_json::Map<_, _> = others.map(|field| ((*field).to_owned(), false.into())).collect();
        serde_json::json!({
            "if": { "properties": { "kind": { "const": kind.name() } } },
            "then": { "required": [own], "properties": forbidden },
        })
    };
    schema.insert("allOf".to_owned(), Kind::ALL.into_iter().map(rule).collect());
    for field in fields {
        let list = schema.pointer_mut(&format!("/properties/{field}")).and_then(serde_json::Value::as_object_mut);
        if let Some(list) = list.filter(|list| list.contains_key("items")) {
            list.insert("maxItems".to_owned(), MAX_PARTS.into());
        }
    }
}

macro_rules! named_schema {
    ($($type:ty, $name:literal: $schema:expr;)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

named_schema! {
    Id, "Id": json_schema!({
        "description": "Lower-case letters, digits and hyphens.",
        "type": "string",
        "pattern": "^[a-z0-9-]{1,64}$",
    });
    Date, "Date": json_schema!({ "description": "A day such as 2026-11-23.", "type": "string", "format": "date" });
    Lang, "Lang": json_schema!({
        "description": "A language tag such as zh-CN, en or bo.",
        "type": "string",
        "pattern": "^[A-Za-z0-9-]{1,15}$",
    });
    Text, "Text": json_schema!({
        "description": "A text in the bank's language, or one for each language tag.",
        "oneOf": [
            { "type": "string", "maxLength": MAX_LENGTH },
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": { "pattern": "^[A-Za-z0-9-]{1,15}$" },
                "additionalProperties": { "type": "string", "maxLength": MAX_LENGTH },
            },
        ],
    });
    Decimal, "Decimal": json_schema!({
        "description": "A number of at most a billion; six decimals count.",
        "type": "number",
        "minimum": -1e9,
        "maximum": 1e9,
    });
    Difficulty, "Difficulty": json_schema!({
        "description": "1 easy, 2 middling, 3 hard.",
        "type": "integer",
        "enum": [1, 2, 3],
    });
}
