//! A strict reader of one JSON object: each field is there, has its type, and none is unknown.

use serde_json::{Map, Value};
use std::ffi::{CString, OsString};
use std::os::unix::ffi::OsStringExt;

/// The fields of an object that have not been taken yet.
pub struct Fields(Map<String, Value>);

type Result<T> = std::result::Result<T, String>;

impl Fields {
    /// The fields of `value`, which must be an object.
    pub fn of(value: Value) -> Result<Fields> {
        match value {
            Value::Object(map) => Ok(Fields(map)),
            _ => Err("a request must be a JSON object".to_owned()),
        }
    }

    /// A field of any type; null is a value, absence is not.
    fn take(&mut self, name: &str) -> Result<Value> {
        let value = self.0.remove(name);
        value.ok_or_else(|| format!("field '{name}' is missing"))
    }

    /// A whole number from 0.
    pub fn number(&mut self, name: &str) -> Result<u64> {
        let value = self.take(name)?;
        let wrong = || format!("field '{name}' must be a whole number from 0");
        value.as_u64().ok_or_else(wrong)
    }

    /// A whole number from 1, or null.
    pub fn optional_limit(&mut self, name: &str) -> Result<Option<u64>> {
        match self.take(name)? {
            Value::Null => Ok(None),
            value => match value.as_u64() {
                Some(number) if number > 0 => Ok(Some(number)),
                _ => Err(format!(
                    "field '{name}' must be null or a whole number from 1"
                )),
            },
        }
    }

    /// True or false.
    pub fn truth(&mut self, name: &str) -> Result<bool> {
        let value = self.take(name)?;
        let wrong = || format!("field '{name}' must be true or false");
        value.as_bool().ok_or_else(wrong)
    }

    /// A string.
    pub fn text(&mut self, name: &str) -> Result<String> {
        match self.take(name)? {
            Value::String(text) => Ok(text),
            _ => Err(format!("field '{name}' must be a string")),
        }
    }

    /// An absolute path.
    pub fn path(&mut self, name: &str) -> Result<String> {
        let path = self.text(name)?;
        absolute(name, &path)?;
        Ok(path)
    }

    /// An absolute path or null.
    pub fn optional_path(&mut self, name: &str) -> Result<Option<String>> {
        match self.0.get(name) {
            Some(Value::Null) => self.take(name).map(|_| None),
            _ => self.path(name).map(Some),
        }
    }

    /// A list of strings.
    pub fn texts(&mut self, name: &str) -> Result<Vec<String>> {
        let wrong = || format!("field '{name}' must be a list of strings");
        let Value::Array(values) = self.take(name)? else {
            return Err(wrong());
        };
        let text = |value| match value {
            Value::String(text) => Ok(text),
            _ => Err(wrong()),
        };
        values.into_iter().map(text).collect()
    }

    /// An object whose values are strings, by name.
    pub fn text_map(&mut self, name: &str) -> Result<Vec<(String, String)>> {
        let wrong = || format!("field '{name}' must be an object of strings");
        let Value::Object(map) = self.take(name)? else {
            return Err(wrong());
        };
        let entry = |(key, value)| match value {
            Value::String(text) => Ok((key, text)),
            _ => Err(wrong()),
        };
        map.into_iter().map(entry).collect()
    }

    /// A list of whole numbers from 0, or null.
    pub fn optional_numbers(&mut self, name: &str) -> Result<Option<Vec<u64>>> {
        let wrong = || format!("field '{name}' must be null or a list of whole numbers from 0");
        match self.take(name)? {
            Value::Null => Ok(None),
            Value::Array(values) => {
                let numbers: Option<_> = values.iter().map(Value::as_u64).collect();
                numbers.map(Some).ok_or_else(wrong)
            }
            _ => Err(wrong()),
        }
    }

    /// Ends the reading: a field that nobody took is unknown.
    pub fn finish(self) -> Result<()> {
        match self.0.keys().next() {
            Some(name) => Err(format!("field '{name}' is unknown")),
            None => Ok(()),
        }
    }
}

/// A path that means the same whatever the working directory is.
pub fn absolute(name: &str, path: &str) -> Result<()> {
    if !path.starts_with('/') {
        return Err(format!("field '{name}' must be an absolute path: '{path}'"));
    }
    c_string(name, path).map(|_| ())
}

/// A string as the system takes it.
pub fn c_string(name: &str, text: &str) -> Result<CString> {
    CString::new(bytes(text)).map_err(|_| format!("field '{name}' must not contain a NUL"))
}

/// A path as the system takes it.
pub fn os_string(text: &str) -> OsString {
    OsString::from_vec(bytes(text))
}

/// The bytes that a text of a request stands for. The system's strings are bytes, JSON's are text: a
/// byte that is not part of UTF-8 arrives as the character of its number above `RAW`, and so does
/// each byte of such a character itself, so that nothing means two things.
fn bytes(text: &str) -> Vec<u8> {
    const RAW: u32 = 0xEF00;
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        match u32::from(character) {
            number @ 0xEF80..=0xEFFF => bytes.push((number - RAW) as u8),
            _ => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    bytes
}
