//! The schema that editors use says what the program reads.

use sixinto_tests::expect_file;

#[test]
fn the_shipped_schema_is_the_one_the_types_make() {
    let schema = serde_json::to_string_pretty(&sixinto_core::schema::schema()).expect("a schema");
    expect_file("../questions/schema.json", &format!("{schema}\n"));
}
