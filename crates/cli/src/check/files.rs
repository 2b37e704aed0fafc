//! Which files a check reads, and which of them it reports on.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sixinto_core::check::{Context, Finding, Words};
use sixinto_core::date::Date;
use sixinto_core::folder::{Demands, FolderError, NamedText, QuestionFolder, ReadContext, Role, SingleFile};
use sixinto_core::preset::PresetFile;
use sixinto_core::source::Register;
use sixinto_core::theme::ThemeFile;

use super::Args;
use crate::failure::Failure;
use crate::folder::{self, Home};
use crate::lang::both;
use crate::request::possible;

/// Everything that a check reads.
pub(crate) struct Files {
    /// The banks: those asked for, and those that they will stand beside.
    pub(crate) banks: Vec<NamedText>,
    /// The card sets of the folder, where the whole folder was asked for.
    pub(crate) cards: Vec<NamedText>,
    /// The promises of the folder, where it has some and the whole folder was asked for.
    pub(crate) pledges: Option<NamedText>,
    /// What they are held against.
    pub(crate) context: Context,
    /// What is wrong with the files of the context.
    pub(crate) unreadable: Vec<Finding>,
    /// What the person should know about where things were taken from.
    pub(crate) notes: Vec<Words>,
    /// The names of the files to report on; all of them where it is empty.
    asked: BTreeSet<String>,
}

/// The folder that banks are held against, and the files to report on: all of its own where there are none.
struct Plan {
    home: Home,
    asked: Vec<PathBuf>,
    notes: Vec<Words>,
}

impl Files {
    pub(crate) fn read(args: &Args, today: Date) -> Result<Self, Failure> {
        let Plan { mut home, asked, mut notes } = plan(args)?;
        complete(&mut home, &args.with, &mut notes)?;
        let demands = Demands { set: args.set.clone(), langs: args.langs.clone(), today };
        let read = home.files.context(demands).map_err(|error| home.refuse(error))?;
        let ReadContext { mut context, unreadable } = read;
        let apart = asked.first().and_then(|file| file.parent()).filter(|folder| *folder != home.path);
        if let Some(apart) = apart {
            context.pictures.extend(sixinto_disk::picture_names(apart).map_err(|error| folder::not_read(&error))?);
        }
        if unreadable.is_empty() {
            known_set(&context)?;
        } else {
            notes.push(Words::new(
                "这些文件改好以前，题目的内容没有检查。",
                "Until these files are put right, what the questions say is not checked.",
            ));
        }
        let is_whole = asked.is_empty();
        let cards = if is_whole { home.texts(Role::Cards)? } else { Vec::new() };
        let pledges = if is_whole { home.texts(Role::Pledges)? } else { Vec::new() };
        Ok(Self {
            banks: with_neighbours(&home, &asked)?,
            cards,
            pledges: pledges.into_iter().next(),
            context,
            unreadable: unreadable.iter().flat_map(FolderError::findings).collect(),
            notes,
            asked: asked.iter().map(|path| sixinto_disk::name(path)).collect(),
        })
    }

    /// Whether findings in that file are to be shown.
    pub(crate) fn is_asked(&self, name: &str) -> bool {
        self.asked.is_empty() || self.asked.contains(name)
    }

    /// Whether files were asked for by name, and not the whole folder.
    pub(crate) fn are_named(&self) -> bool {
        !self.asked.is_empty()
    }

    /// What a file says.
    pub(crate) fn text(&self, name: &str) -> &str {
        let Context { themes, topics, presets, register, .. } = &self.context;
        let topics = topics.iter().map(|file| (&file.name, &file.text));
        let beside = [(&themes.name, &themes.text), (&presets.name, &presets.text), (&register.name, &register.text)];
        let own = self.banks.iter().chain(&self.cards).chain(&self.pledges).map(|(name, text)| (name, text));
        let mut all = own.chain(beside).chain(topics);
        all.find(|(known, _)| *known == name).map_or("", |(_, text)| text)
    }
}

fn plan(args: &Args) -> Result<Plan, Failure> {
    let (folder, asked) = match args.paths.as_slice() {
        [folder] if folder.is_dir() && folder::is_home(folder) => {
            return Ok(Plan { home: Home::open(folder)?, asked: Vec::new(), notes: Vec::new() });
        }
        [folder] if folder.is_dir() => (folder.clone(), bank_paths(folder)?),
        files => (one_folder(files)?, files.to_vec()),
    };
    if asked.is_empty() {
        let folder = folder.display();
        let help = Words::new("题库是 .json 文件", "banks are .json files");
        return Err(Failure::new(both!("{folder} 里没有题库", "there is no bank in {folder}"), help));
    }
    if folder::is_home(&folder) {
        return Ok(Plan { home: Home::open(&folder)?, asked, notes: Vec::new() });
    }
    folder::must_be_home(&args.with)?;
    let (folder, with) = (folder.display(), args.with.display());
    let note = both!(
        "{folder} 里没有主题、预设和来源的文件，按放进 {with} 来检查。",
        "There are no themes, presets and sources in {folder}: checked as if it stood in {with}.",
    );
    Ok(Plan { home: Home::open(&args.with)?, asked, notes: vec![note] })
}

/// The banks of a folder that is no question folder.
fn bank_paths(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    Ok(Home::open(folder)?.files.paths(Role::Bank).map(|path| folder.join(path)).collect())
}

/// The folder that all the files are in.
fn one_folder(files: &[PathBuf]) -> Result<PathBuf, Failure> {
    if let Some(folder) = files.iter().find(|path| path.is_dir()) {
        let folder = folder.display();
        let help = Words::new("一次检查一个文件夹，或者几个文件", "check one folder at a time, or files");
        return Err(Failure::new(both!("{folder} 是文件夹", "{folder} is a folder"), help));
    }
    let folder_of = |path: &PathBuf| match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let folders: BTreeSet<PathBuf> = files.iter().map(folder_of).collect();
    match folders.into_iter().collect::<Vec<_>>().as_slice() {
        [folder] => Ok(folder.clone()),
        _ => Err(Failure::new(
            Words::new("这些文件不在同一个文件夹里", "these files are not in one folder"),
            Words::new("一次检查一个文件夹里的文件", "check the files of one folder at a time"),
        )),
    }
}

/// The banks asked for and those they will stand beside, so that what only shows together is found. A file asked for
/// takes the place of the neighbour by its name: it is a newer copy.
fn with_neighbours(home: &Home, asked: &[PathBuf]) -> Result<Vec<NamedText>, Failure> {
    let is_asked = |path: &&str| asked.iter().any(|file| file.file_name() == Path::new(path).file_name());
    let neighbours = home.files.paths(Role::Bank).filter(|path| !is_asked(path));
    let neighbours = neighbours.map(|path| home.files.text(path).map_err(|error| home.refuse(error)));
    let asked = asked.iter().filter(|path| folder::is_bank(path)).map(|path| folder::read(path));
    neighbours.chain(asked).collect()
}

fn known_set(context: &Context) -> Result<(), Failure> {
    let (themes, set) = (&context.themes.value, &context.set);
    if themes.set(set).is_some() {
        return Ok(());
    }
    let known = themes.sets.iter().map(|set| set.id.as_str());
    Err(Failure::new(both!("没有“{set}”这组主题", "there is no set of themes `{set}`"), possible(known)))
}

/// Takes what a folder lacks that banks are held against from the folder given for that. Labels of topics are not among
/// it: what another folder says there is no rule for this one.
fn complete(home: &mut Home, with: &Path, notes: &mut Vec<Words>) -> Result<(), Failure> {
    let files = &home.files;
    if files.has::<ThemeFile>() && files.has::<PresetFile>() && files.has::<Register>() {
        return Ok(());
    }
    let files = if with.is_dir() { Home::open(with)?.files } else { QuestionFolder::default() };
    let lender = Home { path: with.to_owned(), files };
    borrow::<ThemeFile>(home, &lender, notes)?;
    borrow::<PresetFile>(home, &lender, notes)?;
    borrow::<Register>(home, &lender, notes)
}

fn borrow<T: SingleFile>(home: &mut Home, lender: &Home, notes: &mut Vec<Words>) -> Result<(), Failure> {
    if home.files.has::<T>() {
        return Ok(());
    }
    let path = lender.path.join(T::PATH);
    if !lender.files.has::<T>() {
        return Err(folder::unopened(&path, &ErrorKind::NotFound.into()));
    }
    let (name, folder, taken) = (T::PATH, home.path.display(), path.display());
    notes.push(both!("{folder} 里没有 {name}，用的是 {taken}。", "There is no {name} in {folder}: {taken} is used."));
    home.files.borrow::<T>(&lender.files);
    Ok(())
}
