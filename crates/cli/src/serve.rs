//! `sixinto serve`: a site from this computer, for this computer or for the phones around it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::net::{IpAddr, Ipv4Addr, UdpSocket};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sixinto_core::check::Words;
use sixinto_core::qr;
use sixinto_serve::{LOOPBACK, PORT};
use sixinto_site::disk;

use crate::failure::Failure;
use crate::lang::{Lang, both, say};
use crate::{Outcome, build, folder, output};

const EXAMPLE: &str = "\
例：让同一个无线网里的手机扫码打开
Example: open to the phones of the same wireless network, by a QR code
  sixinto serve site --open-to-network";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    // A made site is given in the same place as a question folder.
    #[command(flatten)]
    what: build::Questions,
    #[arg(
        long,
        value_name = "N",
        default_value_t = PORT,
        help = "端口；被占用了就用下一个\nThe port; where it is taken, the next one"
    )]
    port: u16,
    #[arg(
        long,
        help = "同一个网络里的手机和电脑也能打开（默认只有这台电脑能）\nOpen to phones and computers of the same network (default: this computer only)"
    )]
    open_to_network: bool,
    #[arg(long, help = "用 JSON 输出网址\nPrint the address as JSON")]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Addresses {
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<String>,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<Outcome, Failure> {
    let Some(site) = site(args, lang)? else { return Ok(Outcome::Findings) };
    let host = if args.open_to_network { IpAddr::V4(Ipv4Addr::UNSPECIFIED) } else { LOOPBACK };
    let listener = sixinto_serve::bind(host, args.port).map_err(|error| build::undone(&error))?;
    let port = listener.local_addr().map_or(args.port, |address| address.port());
    let network = if args.open_to_network { own_address() } else { None };
    let addresses = Addresses {
        address: format!("http://{LOOPBACK}:{port}/"),
        network: network.map(|address| format!("http://{address}:{port}/")),
    };
    if args.json {
        output::json(&addresses)?;
    } else {
        output::plain(&in_words(&addresses, args.open_to_network, lang))?;
    }
    sixinto_serve::serve(listener, &site).map_err(|error| build::undone(&error))?;
    Ok(Outcome::Fine)
}

/// The folder to serve: a made site, or one that is made of questions for this once.
fn site(args: &Args, lang: Lang) -> Result<Option<PathBuf>, Failure> {
    let given = &args.what.folder;
    if given.join("index.html").is_file() {
        return Ok(Some(given.clone()));
    }
    if !folder::is_home(given) {
        let name = given.display();
        let help = Words::new(
            "写出 sixinto build 做好的文件夹，或者题库文件夹",
            "give a folder that `sixinto build` made, or a question folder",
        );
        return Err(Failure::new(
            both!("{name} 不是网站，也不是题库", "{name} is neither a site nor a question folder"),
            help,
        ));
    }
    let Some(made) = build::make(&args.what, args.json, lang)? else { return Ok(None) };
    let folder = passing(given);
    // Nobody who is this near needs compressed copies, which take longer than all the rest.
    disk::replace(&folder, &made.site).map_err(|error| build::undone(&error))?;
    Ok(Some(folder))
}

/// Where the site of a question folder lies while it is served; serving the same folder again replaces it.
fn passing(questions: &Path) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    questions.canonicalize().unwrap_or_else(|_| questions.to_owned()).hash(&mut hasher);
    std::env::temp_dir().join(format!("sixinto-serve-{:016x}", hasher.finish()))
}

/// The address by which others of the network know this computer. Nothing is sent to find out: the system is only
/// asked which way it would go.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address that is kept for examples (RFC 5737).
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip()).filter(|address| !address.is_unspecified() && !address.is_loopback())
}

fn in_words(addresses: &Addresses, is_open: bool, lang: Lang) -> String {
    let Addresses { address, network } = addresses;
    let own = say!(lang, "六进 Sixinto  {address}\n", "Sixinto  {address}\n");
    let others = match network {
        Some(network) => {
            let code = qr::in_letters(network).unwrap_or_default();
            say!(
                lang,
                "连着同一个网络的手机，打开或扫码：{network}\n{code}",
                "Phones of the same network open or scan: {network}\n{code}"
            )
        }
        None if is_open => lang
            .say(
                "没有找到这台电脑在网络里的地址：看一看是不是连上了网\n",
                "This computer's address in the network was not found: see whether it is connected\n",
            )
            .to_owned(),
        None => String::new(),
    };
    let stop = lang.say("按 Ctrl+C 停止\n", "Ctrl+C stops it\n");
    format!("{own}{others}{stop}")
}
