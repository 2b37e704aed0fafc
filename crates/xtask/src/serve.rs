//! `cargo xtask serve`: the built page over HTTP.

use anyhow::{Result, ensure};
use sixinto_serve::{LOOPBACK, PORT, bind, serve};

use crate::args::Args;
use crate::build::Form;
use crate::{build, project};

pub(crate) fn run(mut args: Args) -> Result<()> {
    let host = args.value("--host")?.unwrap_or(LOOPBACK);
    let port = args.value("--port")?.unwrap_or(PORT);
    let is_built = args.flag("--no-build");
    args.finish()?;
    if !is_built {
        build::build(Form::Folder)?;
    }
    let folder = project::site();
    ensure!(folder.join("index.html").exists(), "nothing is built yet: leave out --no-build");
    let listener = bind(host, port)?;
    println!("六进 Sixinto  http://{}/", listener.local_addr()?);
    serve(listener, &folder)
}
