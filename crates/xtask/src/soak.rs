//! `cargo xtask soak`: the stories told many times under harder conditions, to find those that pass by luck.

use std::num::NonZero;
use std::thread;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::args::Args;
use crate::build::Form;
use crate::stories::{self, Telling};
use crate::{build, tools};

pub(crate) fn run(mut args: Args) -> Result<()> {
    ensure!(args.flag("stories"), "what is to be told? cargo xtask soak stories");
    let is_busy = args.flag("--busy");
    let only: Option<String> = args.value("--only")?;
    let mut telling = Telling { slower: args.value("--slow")?, latest: args.value("--late")?, ..Telling::default() };
    for name in ["--times", "--seed", "--at"] {
        if let Some(number) = args.value::<NonZero<u32>>(name)? {
            telling.words.extend([name.into(), number.to_string().into()]);
        }
    }
    telling.words.extend(only.iter().flat_map(|files| files.split(',')).map(Into::into));
    args.finish()?;
    tools::install()?;
    build::build(Form::FolderAndFile)?;
    if is_busy {
        keep_busy();
    }
    let start = Instant::now();
    stories::tell(telling)?;
    println!("\nthe soak passed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Gives the machine as much else to do as two programs that never rest, for as long as this one runs.
fn keep_busy() {
    for _ in 0..2 {
        thread::spawn(|| {
            loop {
                std::hint::spin_loop();
            }
        });
    }
}
