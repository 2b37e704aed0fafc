//! A made site over HTTP, with the headers that a public server should send too.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tower_http::services::ServeDir;

/// This machine only.
pub const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The port that is tried first where none is asked for.
pub const PORT: u16 = 8000;

/// How many ports are tried before giving up.
const TRIES: u16 = 20;

const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         manifest-src 'self'; worker-src 'self'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Listens on the port or, where it is taken, on the next one that is free.
///
/// # Errors
/// Where this address is not of this machine, or all ports that are tried are taken.
pub fn bind(host: IpAddr, port: u16) -> Result<TcpListener> {
    let ports = port..=port.saturating_add(TRIES);
    for port in ports {
        match TcpListener::bind(SocketAddr::new(host, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result.with_context(|| format!("{host} port {port}")),
        }
    }
    anyhow::bail!("{host}: port {port} and the next {TRIES} are all taken")
}

/// Serves a folder until the process ends.
///
/// # Errors
/// Where the system takes the port away.
pub fn serve(listener: TcpListener, folder: &Path) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        Ok(axum::serve(listener, router(folder)).await?)
    })
}

/// Serves a folder for as long as this program runs, and gives its address.
///
/// # Errors
/// Where no port is free.
pub fn in_background(folder: PathBuf) -> Result<String> {
    let listener = bind(LOOPBACK, 0)?;
    let address = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || serve(listener, &folder));
    Ok(address)
}

fn router(folder: &Path) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(from_fn(add_headers))
}

async fn add_headers(request: Request, next: Next) -> Response {
    let is_hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let is_found = !response.status().is_client_error() && !response.status().is_server_error();
    let caching = if is_hashed && is_found { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether a path carries a hash, as a made site gives one to all that never changes under its name.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, _extension)) = name.rsplit_once('.') else {
        return false;
    };
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    let is_ours = hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_base32 = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    is_ours || (hash.len() == 8 && hash.bytes().all(is_base32)) // esbuild's
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
    use std::sync::OnceLock;

    use sixinto_site::{Site, disk};

    use super::*;

    /// One server for all tests.
    fn address() -> &'static str {
        static ADDRESS: OnceLock<String> = OnceLock::new();
        ADDRESS.get_or_init(|| {
            let folder = std::env::temp_dir().join(format!("sixinto-serve-{}/site", std::process::id()));
            let mut site = Site::default();
            let files = ["index.html", "app-ABCDEFGH.js", "engine-0123456789.wasm", "b-0123456789.json", "p.svg"];
            for path in files {
                for form in ["", ".br", ".gz"] {
                    site.add(&format!("{path}{form}"), path.repeat(50).into_bytes());
                }
            }
            disk::write(&folder, &site).expect("a folder for the test's files");
            fs::write(folder.with_file_name("secret.txt"), "secret").expect("a file outside");
            in_background(folder).expect("a free port")
        })
    }

    /// The answer to a request, in lower case: status line, headers, body.
    fn ask(request: &str, headers: &str) -> String {
        let mut stream =
            TcpStream::connect(address().trim_start_matches("http://").trim_end_matches('/')).expect("the server");
        write!(stream, "{request} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n").expect("sends");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answers");
        String::from_utf8_lossy(&answer).to_lowercase()
    }

    fn check(request: &str, headers: &str, expected: &[&str]) {
        let answer = ask(request, headers);
        for line in expected {
            assert!(answer.contains(line), "{request}: no `{line}` in\n{answer}");
        }
    }

    #[test]
    fn every_file_has_its_type() {
        check("GET /", "", &["200 ok", "content-type: text/html"]);
        check("GET /index.html", "", &["200 ok", "content-type: text/html"]);
        check("GET /app-ABCDEFGH.js", "", &["content-type: text/javascript"]);
        check("GET /engine-0123456789.wasm", "", &["content-type: application/wasm"]);
        check("GET /b-0123456789.json", "", &["content-type: application/json"]);
        check("GET /p.svg", "", &["content-type: image/svg+xml"]);
    }

    #[test]
    fn the_smallest_form_that_is_understood_is_sent() {
        let types = ["content-type: text/javascript", "vary: accept-encoding"];
        for (accepted, sent) in [("gzip, deflate, br", "content-encoding: br"), ("gzip", "content-encoding: gzip")] {
            check("GET /app-ABCDEFGH.js", &format!("accept-encoding: {accepted}\r\n"), &types);
            check("GET /app-ABCDEFGH.js", &format!("accept-encoding: {accepted}\r\n"), &[sent]);
        }
        assert!(!ask("GET /app-ABCDEFGH.js", "").contains("content-encoding"));
    }

    #[test]
    fn only_hashed_names_are_kept_for_ever() -> Result<()> {
        let ours = Site::default().add_hashed("banks/home.en.json", b"one".to_vec())?;
        for name in ["app-XQ3ZK7PA.js", "a/b.zh-CN-0123456789.json", &ours] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["index.html", "a-0123456789/b.svg", "app-settings.js", "kitchen-fire.svg", ""] {
            assert!(!is_hashed(name), "{name}");
        }
        Ok(())
    }

    #[test]
    fn what_never_changes_is_kept_and_the_rest_is_asked_for_again() {
        check("GET /app-ABCDEFGH.js", "", &["cache-control: public, max-age=31536000, immutable"]);
        check("GET /", "", &["cache-control: no-cache", "etag: "]);
        let answer = ask("GET /", "");
        let etag = answer.lines().find_map(|line| line.strip_prefix("etag: ")).expect("an etag");
        check("GET /", &format!("if-none-match: {etag}\r\n"), &["304 not modified"]);
    }

    #[test]
    fn a_part_can_be_asked_for() {
        check("GET /p.svg", "range: bytes=2-4\r\n", &["206 partial", "content-range: bytes 2-4/250", "\r\n\r\nsvg"]);
        check("HEAD /p.svg", "", &["200 ok", "content-length: 250"]);
    }

    #[test]
    fn every_answer_carries_the_security_headers() {
        for request in ["GET /", "GET /nothing-0123456789.js", "POST /"] {
            for (name, value) in HEADERS {
                check(request, "", &[&format!("{name}: {value}").to_lowercase()]);
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        check("GET /nothing-0123456789.js", "", &["404 not found", "cache-control: no-cache"]);
        check("POST /", "", &["405 method not allowed"]);
        for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"] {
            assert!(!ask(&format!("GET {path}"), "").contains("\r\n\r\nsecret"), "{path}");
        }
    }

    #[test]
    fn a_taken_port_gives_way_to_the_next() -> Result<()> {
        let taken = bind(LOOPBACK, 0)?;
        let port = taken.local_addr()?.port();
        let next = bind(LOOPBACK, port)?;
        assert!(next.local_addr()?.port() > port);
        Ok(())
    }
}
